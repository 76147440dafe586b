"""flask report check and flask report proofread, as scripts use them."""

import json

import pytest
from factories import a_training, typed_figures

from intranet.kernel.db import db

KEYS = {"rule", "level", "section", "message", "excerpt"}


@pytest.fixture
def run(app):
    def invoke(*arguments: object):
        db.session.commit()
        return app.test_cli_runner().invoke(args=["report", *map(str, arguments)])

    return invoke


@pytest.fixture
def text(tmp_path):
    def written(content: str) -> str:
        path = tmp_path / "bao-cao.txt"
        path.write_text(content, encoding="utf-8")
        return str(path)

    return written


def test_check_tells_what_is_wrong_as_a_json_list(run, cast):
    typed_figures("2026-Q1", cast("chi"), satisfaction__ratings=235, satisfaction__very_satisfied=300)
    result = run("check", "2026-Q1")
    told = json.loads(result.stdout)
    assert result.exit_code == 0 and result.stderr == ""
    assert all(set(one) == KEYS for one in told)
    assert {"figure-missing", "rate-wrong"} & {one["rule"] for one in told}


def test_check_asks_the_records_as_well(run, cast):
    a_training(cast("an"))
    (pending,) = [one for one in json.loads(run("check", "2026-Q1").stdout) if one["rule"] == "approval-pending"]
    assert pending["level"] == "warning" and "chưa được duyệt" in pending["message"]


def test_proofread_reads_any_text(run, text):
    result = run(
        "proofread", text("I. KẾT QUẢ\nĐã giải quyết 100 hồ sơ, trong đó trước hạn 90 hồ sơ, đúng hạn 5 hồ sơ.")
    )
    (one,) = json.loads(result.stdout)
    assert result.exit_code == 0 and result.stderr == ""
    assert (one["rule"], one["level"], one["section"]) == ("sum-dossiers-resolved", "error", "I")
    assert "100" in one["excerpt"]


def test_a_right_text_is_an_empty_list(run, text):
    result = run("proofread", text("Đã giải quyết 100 hồ sơ, trong đó trước hạn 90 hồ sơ, đúng hạn 10 hồ sơ."))
    assert json.loads(result.stdout) == []


def test_proofread_compares_with_our_own_figures_where_it_is_asked_to(run, text, cast):
    typed_figures("2026-Q1", cast("chi"), dossiers__received=1568)
    wrong = text("Trong kỳ tiếp nhận 1.586 hồ sơ.")
    assert json.loads(run("proofread", wrong, "--period", "2026-Q1").stdout) == []
    (one,) = json.loads(run("proofread", wrong, "--period", "2026-Q1", "--against-records").stdout)
    assert one["rule"] == "figure-contradicts" and "1.568" in one["message"]


def test_a_file_that_cannot_be_read_is_told_in_vietnamese(run, tmp_path):
    missing = run("proofread", tmp_path / "khong-co.txt")
    binary = tmp_path / "anh.txt"
    binary.write_bytes(b"\xff\xfe\x00\x80")
    unreadable = run("proofread", binary)
    assert missing.exit_code == unreadable.exit_code == 1
    assert missing.stdout == unreadable.stdout == ""
    assert "Không đọc được tệp" in missing.stderr and "UTF-8" in unreadable.stderr


def test_records_without_a_period_are_refused(run, text):
    result = run("proofread", text("Trong kỳ tiếp nhận 5 hồ sơ."), "--against-records")
    assert result.exit_code == 1 and "Hãy nêu kỳ" in result.stderr

"""`flask procedures import`: JSON, all or nothing."""

import json

import pytest
from sqlalchemy import select

from intranet.kernel.db import db
from intranet.procedures.catalogue import Procedure


@pytest.fixture
def run(app, tmp_path):
    def command(data: bytes, *options: str):
        file = tmp_path / "danh-muc.xlsx"
        file.write_bytes(data)
        return app.test_cli_runner().invoke(args=["procedures", "import", str(file), *options])

    return command


def stored() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Procedure.code).order_by(Procedure.code)))


def test_a_list_is_taken_over_once(run, list_of, row):
    data = list_of(row(), row(code="2.000101"))
    first, second = run(data), run(data)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert json.loads(first.stdout) == {"read": 2, "created": 2, "updated": 0, "unchanged": 0, "rejected": []}
    assert json.loads(second.stdout) == {"read": 2, "created": 0, "updated": 0, "unchanged": 2, "rejected": []}
    assert stored() == ["1.000100", "2.000101"]


def test_with_a_rejected_row_nothing_is_written_unless_it_is_to_be_skipped(run, list_of, row):
    data = list_of(row(), row(code="2.000101", online="Mức 4"))
    refused = run(data)
    assert refused.exit_code == 1 and stored() == []
    (error,) = json.loads(refused.stdout)["rejected"]
    assert (error["row"], error["column"], error["value"]) == (3, "Mức độ DVC trực tuyến", "Mức 4")
    assert "Hãy ghi" in error["message"] and "--skip-rejected" in refused.stderr
    skipped = run(data, "--skip-rejected")
    assert skipped.exit_code == 0 and json.loads(skipped.stdout)["created"] == 1
    assert stored() == ["1.000100"]


def test_what_is_no_list_is_refused_with_a_sentence_and_no_output(app, run):
    answer = run(b"abc")
    assert (answer.exit_code, answer.stdout) == (1, "") and "Không đọc được tệp" in answer.stderr
    missing = app.test_cli_runner().invoke(args=["procedures", "import", "/khong-co/tep.xlsx"])
    assert missing.exit_code == 1 and "Không đọc được tệp" in missing.stderr

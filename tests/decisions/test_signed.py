"""The signed report, and its text held against what was approved."""

import io
from datetime import date

import pytest
from factories import a_report, an_approved_report, typed_figures
from pypdf import PdfWriter
from quarter import quarter
from sqlalchemy.exc import IntegrityError

from intranet.decisions import operations, signed
from intranet.decisions.changes import ReportState
from intranet.decisions.models import SignedCopy, Verdict
from intranet.decisions.signed_pages import body
from intranet.decisions.signed_text import compared, passages
from intranet.kernel.db import db
from intranet.kernel.pdf import render_pdf
from intranet.kernel.period import Period
from intranet.records import attachments
from intranet.records import operations as records
from intranet.reports import render
from intranet.reports.current import current_report
from intranet.reports.printing import print_of
from intranet.reports.sections.compose import Section

Q1 = Period.parse("2026-Q1")
FUNDING = "text.funding"
PAGE = "/reports/2026-Q1/signed"
SUBJECT = "Kết quả kiểm soát TTHC Quý I/2026"
STATE = ReportState(
    quarter(),
    (
        Section("one", "I", 1, "Hồ sơ", "Trong kỳ tiếp nhận {{dossiers.received}} hồ sơ.\n{{table:dossiers}}"),
        Section("two", "1", 2, "Quá hạn", "- Quá hạn {{dossiers.resolved_late}} hồ sơ;\n- Đã giải trình đủ."),
        Section("end", "II", 1, "Kiến nghị", "Đề nghị tỉnh nâng cấp hệ thống.\n> Theo văn bản số 12/BC-UBND."),
    ),
)
APPROVED = passages(print_of(SUBJECT, STATE.sections, STATE.facts))
HEAD = "ỦY BAN NHÂN DÂN\nPHƯỜNG TAM THANH\nSố: 235/BC-UBND\nTam Thanh, ngày 18 tháng 3 năm 2026\n"
TAIL = "./.\nNơi nhận:\n- Như trên;\nCHỦ TỊCH\nNguyễn Văn Mẫu"


def paper(*changes: tuple[str, str]) -> list[str]:
    """The approved text on two pages as a signed paper tells it, some of it changed."""
    text = HEAD + "\n".join(passage.text for passage in APPROVED) + TAIL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    lines = text.splitlines()
    return ["\n".join(lines[:12]), "\n".join(["2", *lines[12:]])]


def told(pages: list[str]) -> list[tuple[str, str, str]]:
    def marked(pieces):
        return "".join(f"[{piece.text}]" if piece.is_other else piece.text for piece in pieces)

    return [(one.place, marked(one.words.old), marked(one.words.new)) for one in compared(APPROVED, pages).differences]


def test_the_very_same_text_matches():
    assert told(paper()) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Trong kỳ tiếp nhận", "Trong  kỳ\ntiếp\u00a0nhận"),
        ("nâng cấp hệ thống", "nâng cấp hệ-\nthống"),
        ("I. Hồ sơ", "I. HỒ SƠ"),
        ("Quá hạn 11 hồ sơ", "- Quá hạn 11 hồ sơ"),
        ("12/BC-UBND", "12/BC–UBND"),
        ("Tam Thanh, ngày 18", "DỰ THẢO\nTam Thanh, ngày 18"),
        ("Đề nghị tỉnh", "SỐ LIỆU MẪU\nĐề nghị tỉnh"),
        ("Số: 235/", "Số: 1/"),
        ("Nguyễn Văn Mẫu", "Ký bởi: UBND phường Tam Thanh"),
        ("nâng", "na\u0302ng"),
    ],
)
def test_what_a_pdf_tells_at_its_own_pleasure_is_no_difference(old, new):
    assert told(paper((old, new))) == []


def test_a_changed_number_is_told_with_its_words():
    assert told(paper(("tiếp nhận 1.568 hồ sơ", "tiếp nhận 1.586 hồ sơ"))) == [
        ("Mục I. Hồ sơ", "Trong kỳ tiếp nhận [1.568 ]hồ sơ.", "Trong kỳ tiếp nhận [1.586 ]hồ sơ.")
    ]


def test_a_changed_row_of_a_table_is_told():
    ((place, old, new),) = told(paper(("3 Đã giải quyết 1.488", "3 Đã giải quyết 1.499")))
    assert place == "Mục I. Hồ sơ" and "1.488" in old and "1.499" in new


def test_a_paragraph_left_out_is_missing():
    (one,) = compared(APPROVED, paper(("Đã giải trình đủ.", ""))).differences
    assert one.is_missing and one.place == "Mục I.1. Quá hạn"


def test_a_sentence_put_in_is_extra():
    (one,) = compared(APPROVED, paper(("Đề nghị tỉnh", "Một câu không ai duyệt.\nĐề nghị tỉnh"))).differences
    assert one.is_extra and one.place == "Mục II. Kiến nghị"


def test_a_sentence_put_in_at_the_end_is_extra():
    (one,) = compared(APPROVED, paper(("./.\nNơi nhận", ".\nMột câu không ai duyệt.\nNơi nhận"))).differences
    assert one.is_extra


def test_paragraphs_in_another_order_are_told():
    lines = [passage.text for passage in APPROVED]
    moved = [*lines[:-2], lines[-1], lines[-2]]
    assert compared(APPROVED, [HEAD + "\n".join(moved) + TAIL]).differences


def test_another_title_is_told():
    ((place, old, new),) = told(paper((SUBJECT, "Kết quả kiểm soát TTHC Quý II/2026")))
    assert (place == "Phần mở đầu" and "[I/2026]" in f"{old}".replace("Quý ", "")) or (
        "I/2026" in old and "II/2026" in new
    )


def test_a_scan_without_letters_is_not_compared_and_says_so():
    outcome = compared(APPROVED, ["", " \n", "3"])
    assert not outcome.is_readable and not outcome.differences


def test_a_stamp_on_a_scan_does_not_make_it_readable():
    assert not compared(APPROVED, ["Ký bởi: UBND phường Tam Thanh, 18/03/2026", "", "", ""]).is_readable


def test_pages_without_letters_among_others_are_named():
    outcome = compared(APPROVED, [*paper(), ""])
    assert outcome.is_readable and outcome.blank == (3,) and not outcome.differences


def test_a_text_of_something_else_differs_as_a_whole():
    assert compared(APPROVED, ["Kế hoạch tập huấn nghiệp vụ cho cán bộ đầu mối của phường năm 2026. " * 50]).differences


def test_margins_go_and_figures_of_a_table_stay():
    pages = ["Trang đầu\n1", "2\nDỰ THẢO - SỐ LIỆU MẪU\nBình thường\n2", "3\nHết\n0"]
    assert body(pages).split() == ["Trang", "đầu", "1", "Bình", "thường", "2", "Hết", "0"]


def test_numbers_at_the_foot_of_pages_go_where_none_stand_at_the_head():
    assert body(["Trang đầu\n1", "Trang sau\n2"]).split() == ["Trang", "đầu", "Trang", "sau"]


# From here on with the database.


def the_pdf(**change: str) -> bytes:
    """The approved report as our own renderer prints it; some words of its HTML changed."""
    from flask import render_template

    html = render_template("reports/print.html", **render.context(current_report(Q1)))
    for old, new in change.items():
        assert old in html
        html = html.replace(old, new)
    return render_pdf(html)


@pytest.fixture
def report(cast):
    typed_figures("2026-Q1", cast("chi"), feedback__received=7, dossiers__received=1568)
    return an_approved_report(cast("chi"), cast("dung"))


def upload(content: bytes, name: str = "bao-cao-da-ky.pdf"):
    from werkzeug.datastructures import FileStorage

    return FileStorage(io.BytesIO(content), name)


def test_our_own_pdf_with_its_number_matches(report, cast):
    operations.issue(report, "235", date(2026, 3, 18), cast("chi"))
    copy = signed.attach(report, upload(the_pdf()), "", cast("chi"))
    assert copy.verdict is Verdict.MATCHES, signed.comparison(report).outcome
    assert report.trail[0].action == "attach_signed" and "Khớp toàn bộ" in report.trail[0].summary


def test_an_altered_pdf_is_told_from_what_was_approved(report, cast):
    copy = signed.attach(report, upload(the_pdf(**{"Mức chi": "Mức khoán chi"})), "", cast("chi"))
    assert copy.verdict is Verdict.DIFFERS
    (one,) = signed.comparison(report).outcome.differences
    assert [piece.text.strip() for piece in one.words.new if piece.is_other] == ["khoán"]


def test_a_scan_is_kept_and_says_that_nobody_compared_it(report, cast):
    scan = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(scan)
    assert signed.attach(report, upload(scan.getvalue()), "", cast("chi")).verdict is Verdict.UNREADABLE


def test_the_signed_copy_is_replaced_for_a_reason_and_kept(report, cast):
    first = signed.attach(report, upload(the_pdf()), "", cast("chi"))
    with pytest.raises(Exception, match="lý do"):
        signed.attach(report, upload(the_pdf()), " ", cast("chi"))
    second = signed.attach(report, upload(the_pdf()), "Bản trước thiếu dấu.", cast("chi"))
    assert signed.copies(report) == [second, first] and report.trail[0].note == "Bản trước thiếu dấu."


def test_a_copy_is_compared_with_what_was_approved_then_also_after_reopening(report, cast):
    copy = signed.attach(report, upload(the_pdf()), "", cast("chi"))
    assert not signed.is_of_another_text(report, copy)
    records.act(report, "reopen", cast("dung"), "Sai số.")
    operations.edit_section(report, FUNDING, "Lời mới.", 0, cast("chi"))
    assert signed.is_of_another_text(report, copy) and not signed.comparison(report).outcome.differences


def encrypted() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("x", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.docx", b"PK", "Chỉ nhận tệp PDF"),
        ("a.pdf", b"", "Tệp rỗng"),
        ("a.pdf", b"hello", "không đúng với đuôi"),
        ("a.pdf", b"%PDF-1.4 broken", "Không đọc được tệp PDF"),
        ("a.pdf", encrypted(), "có mật khẩu"),
        ("a.pdf", b"%PDF-1.4 " + b"0" * 2_000, "lớn hơn 20 MB"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_a_sentence(report, as_user, monkeypatch, name, content, sentence):
    monkeypatch.setattr(attachments, "LARGEST", 1_000)
    sent = {"file": (io.BytesIO(content), name), "reason": ""}
    refused = as_user("chi").post(PAGE, data=sent, content_type="multipart/form-data")
    assert refused.status_code == 422 and sentence in refused.text
    assert not db.session.query(SignedCopy).count()


def test_without_a_file_the_page_asks_for_one_and_keeps_the_reason(report, as_user, cast):
    signed.attach(report, upload(the_pdf()), "", cast("chi"))
    refused = as_user("chi").post(PAGE, data={"reason": "Bản trước thiếu dấu."})
    assert refused.status_code == 422 and "Hãy chọn tệp PDF" in refused.text and "Bản trước thiếu dấu." in refused.text


def test_a_text_too_long_for_a_report_is_refused(report, as_user, monkeypatch):
    monkeypatch.setattr(signed, "LONGEST", 100)
    sent = {"file": (io.BytesIO(the_pdf()), "a.pdf")}
    refused = as_user("chi").post(PAGE, data=sent, content_type="multipart/form-data")
    assert refused.status_code == 422 and "quá nhiều chữ" in refused.text


def test_a_report_that_is_not_approved_takes_no_signed_copy(as_user, cast):
    a_report(cast("chi"))
    sent = {"file": (io.BytesIO(b"%PDF-1.4"), "a.pdf")}
    refused = as_user("chi").post(PAGE, data=sent, content_type="multipart/form-data")
    assert refused.status_code == 422 and "chưa được duyệt" in refused.text


def test_the_pages_tell_the_outcome_and_give_the_file(report, as_user):
    content = the_pdf(**{"Mức chi": "Mức khoán chi"})
    client = as_user("chi")
    sent = {"file": (io.BytesIO(content), "Báo cáo đã ký.pdf")}
    shown = client.post(PAGE, data=sent, content_type="multipart/form-data", follow_redirects=True)
    assert "Có 1 chỗ khác với bản đã duyệt" in shown.text and "<ins>khoán </ins>" in shown.text
    director = as_user("dung")
    assert "Có chỗ khác bản đã duyệt" in director.get("/reports/2026-Q1").text
    assert director.get(f"{PAGE}/1.pdf").data == content
    assert director.post(PAGE).status_code == 403 and as_user("an").get(f"{PAGE}/1.pdf").status_code == 403


def test_the_file_is_given_for_its_own_report_only(report, as_user, cast):
    signed.attach(report, upload(the_pdf()), "", cast("chi"))
    a_report(cast("chi"), "2026-Q2")
    client = as_user("chi")
    assert client.get("/reports/2026-Q2/signed/1.pdf").status_code == client.get(f"{PAGE}/9.pdf").status_code == 404


@pytest.mark.parametrize("change", [{"size": 0}, {"name": ""}])
def test_the_database_refuses_an_empty_or_nameless_copy(report, cast, change):
    copy = signed.attach(report, upload(the_pdf()), "", cast("chi"))
    for name, value in change.items():
        setattr(copy, name, value)
    with pytest.raises(IntegrityError):
        db.session.flush()

"""The evidence of typed figures: who is kept out, what is missing, what is invalid, what happens."""

import io

import pytest
from factories import a_figure, an_approved_report
from sqlalchemy import func, select

from intranet.accounts.models import AccountEntry
from intranet.figures.evidence_models import EvidenceFile, FigureEvidence
from intranet.kernel.db import db
from intranet.records import attachments

FIGURES = "/figures/2026-Q1"
PAGE = f"{FIGURES}/evidence/staff/"
LINK = "https://vanban.example.vn/12-bc?id=3"


def pdf(name: str = "bao-cao.pdf", content: bytes = b"%PDF-1.7\n%%EOF\n"):
    return (io.BytesIO(content), name)


def send(client, *files):
    return client.post(f"{PAGE}files", data={"file": list(files)}, content_type="multipart/form-data")


def stored() -> list[str]:
    return list(db.session.scalars(select(EvidenceFile.name).order_by(EvidenceFile.id)))


@pytest.fixture
def kept(as_user) -> int:
    """A file that is there; its number."""
    send(as_user("chi"), pdf())
    return db.session.scalars(select(EvidenceFile.id)).one()


@pytest.mark.parametrize("username", ["an", "quan"])
def test_who_does_not_see_figures_sees_no_evidence(as_user, kept, username):
    client = as_user(username)
    assert client.get(PAGE).status_code == client.get(f"{PAGE}files/{kept}").status_code == 403
    assert client.post(PAGE, data={"link": LINK}).status_code == send(client, pdf()).status_code == 403
    assert client.post(f"{PAGE}files/{kept}/remove").status_code == 403


def test_the_director_reads_and_changes_nothing(as_user, kept):
    as_user("chi").post(PAGE, data={"link": LINK, "version": "1"})
    dung = as_user("dung")
    page = dung.get(PAGE).text
    assert "bao-cao.pdf" in page and LINK in page and "<form" not in page.split("<main")[1]
    assert dung.get(f"{PAGE}files/{kept}").data == b"%PDF-1.7\n%%EOF\n"
    assert send(dung, pdf()).status_code == dung.post(PAGE, data={"link": ""}).status_code == 403
    assert dung.post(f"{PAGE}files/{kept}/remove").status_code == 403
    assert stored() == ["bao-cao.pdf"]


def test_a_group_a_period_or_a_file_that_is_none_is_not_found(as_user, kept):
    chi = as_user("chi")
    for address in (f"{FIGURES}/evidence/khong-co/", "/figures/2026-Q5/evidence/staff/", f"{PAGE}files/99"):
        assert chi.get(address).status_code == 404
    for elsewhere in (f"{FIGURES}/evidence/focal/files/{kept}", f"/figures/2026-Q2/evidence/staff/files/{kept}"):
        assert chi.get(elsewhere).status_code == chi.post(f"{elsewhere}/remove").status_code == 404
    assert stored() == ["bao-cao.pdf"]


def test_a_link_and_files_are_kept_shown_beside_the_figures_and_written_down(as_user, cast):
    chi = as_user("chi")
    a_figure(cast("chi"), "staff.desk", 4)
    assert chi.post(PAGE, data={"link": f" {LINK} ", "version": "0"}).status_code == 303
    assert send(chi, pdf(), pdf("so-nhan-su.pdf")).status_code == 303
    for username in ("chi", "dung"):
        page = as_user(username).get(FIGURES).text
        assert f'href="{LINK}"' in page and "bao-cao.pdf" in page and "so-nhan-su.pdf" in page
    page = chi.get(PAGE).text
    assert f'value="{LINK}"' in page and cast("chi").full_name in page
    assert f"Đường dẫn: — → {LINK}" in page.replace("&amp;", "&") or LINK in page.split("Nhật ký minh chứng")[1]
    assert "Tệp “so-nhan-su.pdf”" in page.split("Nhật ký minh chứng")[1]
    assert "bao-cao.pdf" not in chi.get("/figures/2026-Q2").text
    assert "bao-cao.pdf" not in chi.get(f"{FIGURES}/evidence/focal/").text


def test_a_file_is_taken_away_and_that_is_written_down(as_user, kept):
    chi = as_user("chi")
    assert chi.post(f"{PAGE}files/{kept}/remove").status_code == 303
    assert stored() == []
    assert "Đã bỏ minh chứng của" in chi.get(PAGE).text


def test_what_an_approved_report_rests_on_is_not_taken_away(as_user, cast, kept):
    as_user("chi").post(PAGE, data={"link": LINK, "version": 1})
    an_approved_report(cast("chi"), cast("dung"))
    db.session.commit()
    link = {"link": "", "version": db.session.scalars(select(FigureEvidence.version)).one()}
    for refused in (as_user("chi").post(f"{PAGE}files/{kept}/remove"), as_user("chi").post(PAGE, data=link)):
        assert refused.status_code == 422 and "đã duyệt nên không đổi, không bỏ được" in refused.text
    assert db.session.scalars(select(FigureEvidence.link)).one() == LINK
    assert stored() == ["bao-cao.pdf"]
    assert send(as_user("chi"), pdf("them.pdf")).status_code == 303


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ((), "Hãy chọn tệp"),
        ((pdf("ma.exe"),), "Chỉ nhận tệp"),
        ((pdf("gia.pdf", b"MZ not a pdf"),), "không đúng với đuôi"),
        ((pdf("rong.pdf", b""),), "Tệp rỗng"),
        ((pdf("to.pdf", b"%PDF-" + b"0" * 100),), "lớn hơn 20 MB"),
        ((pdf("dung.pdf"), pdf("sai.docx")), "“sai.docx”"),
        (tuple(pdf(f"{number}.pdf") for number in range(21)), "nhiều nhất 20 tệp"),
    ],
)
def test_files_that_are_not_taken_are_refused_all_together(as_user, monkeypatch, files, said):
    monkeypatch.setattr(attachments, "LARGEST", 100)
    refused = send(as_user("chi"), *((io.BytesIO(file.getvalue()), name) for file, name in files))
    assert refused.status_code == 422 and said in refused.text
    assert stored() == []
    assert not db.session.scalar(select(func.count(AccountEntry.id)))


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//vanban.vn", "file:///etc/passwd", "báo cáo số 12", "https://", "https://a b.vn"]
)
def test_only_an_address_of_the_web_is_a_link_and_what_was_typed_stays(as_user, link):
    refused = as_user("chi").post(PAGE, data={"link": link, "version": "0"})
    assert refused.status_code == 422 and "Hãy nhập đường dẫn bắt đầu bằng" in refused.text
    assert f'value="{link}"' in refused.text
    assert not db.session.scalar(select(func.count(FigureEvidence.id)))


def test_saving_the_same_link_writes_nothing(as_user):
    chi = as_user("chi")
    chi.post(PAGE, data={"link": LINK, "version": "0"})
    chi.post(PAGE, data={"link": LINK, "version": "1"})
    assert db.session.scalar(select(func.count(AccountEntry.id))) == 1


def test_evidence_costs_a_handful_of_queries_whatever_there_is(as_user, kept, queries):
    chi = as_user("chi")
    for number in range(3):
        send(chi, pdf(f"{number}.pdf"))
    for address, most in ((PAGE, 7), (FIGURES, 16)):
        chi.get(address)
        queries.clear()
        chi.get(address)
        assert len(queries) <= most, (address, queries)
        assert not [query for query in queries if "evidence_files.content" in query]

"""The register of legal texts: added and changed with a trail, never in two minds about one number."""

import re
from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from intranet.accounts.settings_trail import latest
from intranet.documents import legal_operations as operations
from intranet.documents.models import LegalReference
from intranet.documents.types import DocumentType
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused

NATIONAL = {
    *("Quốc hội", "Chính phủ", "Thủ tướng Chính phủ", "Văn phòng Chính phủ"),
    *("Bộ Nội vụ", "Bộ Tài chính", "Bộ Tư pháp"),
}
DECREE = {
    "kind": DocumentType.DECREE,
    "number": "999/2026/NĐ-CP",
    "issuer": "Chính phủ",
    "issued_on": date(2026, 4, 1),
    "summary": "về dịch vụ công trực tuyến",
    "in_force_from": date(2026, 6, 1),
    "in_force_to": None,
    "replaced_by": "",
    "is_checked": True,
}


def test_the_register_starts_with_the_texts_reports_cite(app):
    known = {row.number: row for row in operations.references()}
    assert len(known) > 20
    assert known["107/2021/NĐ-CP"].replaced_by == "118/2025/NĐ-CP"
    assert not known["107/2021/NĐ-CP"].is_in_force(date(2026, 3, 14))
    assert known["118/2025/NĐ-CP"].is_in_force(date(2026, 3, 14))


def test_what_replaces_a_text_is_in_the_register_too(app):
    rows = operations.references()
    known = {row.number for row in rows}
    assert {row.replaced_by for row in rows if row.replaced_by} <= known


def test_a_text_is_added_with_a_trail(cast):
    reference = operations.create(DECREE, cast("chi"))
    (entry, *_) = latest(operations.CREATED, operations.CHANGED)
    assert str(reference) == "Nghị định số 999/2026/NĐ-CP"
    assert entry.action == operations.CREATED and entry.actor == cast("chi")


def test_a_change_is_told_old_and_new(cast):
    reference = operations.create(DECREE, cast("chi"))
    operations.change(reference, DECREE | {"in_force_from": date(2026, 7, 1)}, cast("chi"))
    (entry, *_) = latest(operations.CREATED, operations.CHANGED)
    assert entry.action == operations.CHANGED and "01/07/2026" in entry.note


def test_one_office_gives_a_number_once(cast):
    operations.create(DECREE, cast("chi"))
    with pytest.raises(Refused, match="Đã có Nghị định số 999/2026/NĐ-CP của Chính phủ"):
        operations.create(DECREE, cast("chi"))
    operations.create(DECREE | {"issuer": "UBND tỉnh Lạng Sơn"}, cast("chi"))


@pytest.mark.parametrize("sought", ["999/2026", "dich vu cong", "DỊCH VỤ CÔNG TRỰC TUYẾN", "nghị định số 999", ""])
def test_texts_are_found_by_number_issuer_and_words_with_or_without_accents(cast, sought):
    operations.create(DECREE, cast("chi"))
    assert "999/2026/NĐ-CP" in {row.number for row in operations.references(sought)}


def test_other_words_find_other_texts(cast):
    operations.create(DECREE, cast("chi"))
    assert "999/2026/NĐ-CP" not in {row.number for row in operations.references("kiểm soát thủ tục")}
    assert not operations.references("không có văn bản nào như thế")


@pytest.mark.parametrize(
    "change",
    [
        {"number": ""},
        {"issuer": ""},
        {"in_force_to": date(2026, 5, 31)},
        {"replaced_by": "1000/2027/NĐ-CP"},
        {"replaced_by": "999/2026/NĐ-CP", "in_force_to": date(2027, 1, 1)},
    ],
    ids=["no number", "no issuer", "ends before it begins", "replaced and in force", "replaced by itself"],
)
def test_the_database_refuses_what_cannot_be(app, change):
    db.session.add(LegalReference(**DECREE | change))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_database_refuses_a_number_twice(app):
    db.session.add_all([LegalReference(**DECREE), LegalReference(**DECREE)])
    with pytest.raises(IntegrityError):
        db.session.flush()


@pytest.mark.parametrize(
    ("first", "last", "day", "expected"),
    [
        (date(2026, 6, 1), None, date(2026, 5, 31), False),
        (date(2026, 6, 1), None, date(2026, 6, 1), True),
        (date(2020, 1, 1), date(2026, 6, 1), date(2026, 6, 1), True),
        (date(2020, 1, 1), date(2026, 6, 1), date(2026, 6, 2), False),
        (None, None, date(1990, 1, 1), True),
    ],
)
def test_a_text_is_in_force_from_its_first_day_to_its_last(first, last, day, expected):
    assert LegalReference(**DECREE | {"in_force_from": first, "in_force_to": last}).is_in_force(day) is expected


def test_nothing_is_ever_deleted(app):
    assert not hasattr(operations, "delete")
    assert db.session.scalar(select(func.count()).select_from(LegalReference)) == len(operations.references())


def test_a_new_register_holds_what_binds_the_whole_country_and_names_every_issuer_in_full(app):
    for reference in operations.references():
        assert reference.issuer in NATIONAL, f"{reference} của {reference.issuer}"
        assert not re.search(r"UBND|HĐND", reference.number), reference


def test_no_text_is_taken_for_checked_before_somebody_held_it_against_the_original(app):
    assert not any(reference.is_checked for reference in operations.references())


@pytest.mark.parametrize(
    ("number", "first", "last", "words"),
    [
        ("118/2025/NĐ-CP", date(2025, 7, 1), None, "tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia"),
        ("367/2025/NĐ-CP", None, None, "một số điều của Nghị định số 118/2025/NĐ-CP"),
        ("309/2026/NĐ-CP", date(2026, 8, 5), None, "bổ sung bởi Nghị định số 367/2025/NĐ-CP"),
        ("310/2026/NĐ-CP", date(2026, 8, 5), None, "một số điều của Nghị định số 45/2020/NĐ-CP"),
        ("45/2020/NĐ-CP", date(2020, 5, 22), None, "trên môi trường điện tử"),
        ("224/2026/NĐ-CP", date(2026, 7, 1), None, "biện pháp thi hành Luật Chuyển đổi số"),
        ("42/2022/NĐ-CP", None, date(2026, 6, 30), "của cơ quan nhà nước trên môi trường mạng"),
        ("04/2025/TT-VPCP", date(2026, 1, 25), None, "quy định về thông tin, dữ liệu được kết nối, chia sẻ"),
        ("5/2025/TT-VPCP", date(2026, 2, 15), None, "khai thác Hệ thống thông tin báo cáo"),
        ("09/2026/TT-BTP", date(2026, 8, 1), None, ""),
        ("09/2026/NĐ-CP", None, None, "cơ cấu tổ chức của Bộ Tư pháp"),
        ("297/2025/NĐ-CP", None, None, "liên thông điện tử"),
        ("91/2025/QH15", date(2026, 1, 1), None, "Bảo vệ dữ liệu cá nhân"),
        ("356/2025/NĐ-CP", date(2026, 1, 1), None, "bảo vệ dữ liệu cá nhân"),
        ("148/2025/QH15", date(2026, 7, 1), None, "Chuyển đổi số"),
        ("116/2025/QH15", date(2026, 7, 1), None, "An ninh mạng"),
        ("01/2026/QH16", date(2026, 9, 1), None, "Tiếp cận thông tin"),
        ("337/2026/NĐ-CP", date(2026, 9, 1), None, "tiếp cận thông tin"),
        ("20/2008/NĐ-CP", date(2008, 3, 3), None, "của cá nhân, tổ chức về quy định hành chính"),
        ("131/NQ-CP", None, None, "hiện đại hóa phương thức chỉ đạo, điều hành"),
        ("766/QĐ-TTg", None, None, "phê duyệt Bộ chỉ số chỉ đạo, điều hành"),
        ("63/2010/NĐ-CP", date(2010, 10, 14), None, "kiểm soát thủ tục hành chính"),
        ("48/2013/NĐ-CP", date(2013, 7, 1), None, "các Nghị định liên quan đến kiểm soát"),
        ("92/2017/NĐ-CP", date(2017, 9, 25), None, "các Nghị định liên quan đến kiểm soát"),
    ],
)
def test_the_law_of_2026_is_told_as_it_is(app, number, first, last, words):
    (reference,) = [row for row in operations.references() if row.number == number]
    assert (reference.in_force_from, reference.in_force_to) == (first, last)
    assert words in reference.summary


def test_a_circular_nobody_ever_saw_is_not_there(app):
    assert "03/2022/TT-VPCP" not in {row.number for row in operations.references()}

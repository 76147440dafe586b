"""Searching among records: folded words, in any order, each from its beginning, in step with what is stored."""

import pytest
from factories import an_inspection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from intranet.kernel import wordsearch
from intranet.kernel.db import db
from intranet.kernel.search import words
from intranet.records import operations
from intranet.records.models import Record
from intranet.records.word_index import RECORD_WORDS


@pytest.fixture(params=["few hits", "many hits"])
def either_way(request, monkeypatch):
    """Both ways of searching must find the same."""
    if request.param == "many hits":
        monkeypatch.setattr(wordsearch, "FEW", -1)


@pytest.fixture
def stored(app, cast, either_way):
    return [
        an_inspection(cast("an"), title=title, theme="", basis="", leader="").title
        for title in ("Kiểm tra hộ tịch", "Tự kiểm tra đất đai", "Khảo sát 01/KH-UBND", "Kiêm nhiệm, tra cứu")
    ]


def found(typed: str) -> set[str]:
    matching = RECORD_WORDS.matching(typed)
    assert matching is not None
    return set(db.session.scalars(select(Record.title).where(matching.condition)))


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("kiem tra", {"Kiểm tra hộ tịch", "Tự kiểm tra đất đai", "Kiêm nhiệm, tra cứu"}),
        ("KIỂM TRA", {"Kiểm tra hộ tịch", "Tự kiểm tra đất đai", "Kiêm nhiệm, tra cứu"}),
        ("tich ho", {"Kiểm tra hộ tịch"}),
        ("da", {"Tự kiểm tra đất đai"}),
        ("đất", {"Tự kiểm tra đất đai"}),
        ("01/kh", {"Khảo sát 01/KH-UBND"}),
        ("bnd", set()),
        ("kiem xyz", set()),
    ],
)
def test_words_are_found_folded_in_any_order_by_their_beginning(stored, typed, titles):
    assert found(typed) == titles


@pytest.mark.parametrize(
    "typed",
    ['"', "kiem*", "-kiem", "(kiem", "search:kiem", "NEAR(kiem", "kiem OR xyz", "'; DROP TABLE records; --", "%", "_"],
)
def test_what_is_typed_is_never_syntax(stored, typed):
    matching = RECORD_WORDS.matching(typed)
    hits = set(db.session.scalars(select(Record.title).where(matching.condition))) if matching else None
    expected = words(typed)
    assert hits == ({title for title in stored if has(title, expected)} if expected else None)


def has(title: str, sought: list[str]) -> bool:
    return all(any(word.startswith(beginning) for word in words(title)) for beginning in sought)


@pytest.mark.parametrize("typed", ["", "  ", "…!?", "*"])
def test_without_a_word_there_is_nothing_to_find(app, typed):
    assert RECORD_WORDS.matching(typed) is None


def test_the_index_follows_what_is_changed_undone_and_deleted(stored, cast):
    record = db.session.scalars(select(Record).where(Record.title == "Kiểm tra hộ tịch")).one()
    operations.change(record, {"title": "Chứng thực"}, cast("an"))
    assert (found("chung thuc"), found("ho tich")) == ({"Chứng thực"}, set())
    db.session.commit()
    operations.change(record, {"title": "Hòa giải"}, cast("an"))
    db.session.rollback()
    assert (found("chung thuc"), found("hoa giai")) == ({"Chứng thực"}, set())
    for table, column in (("audit_entries", "record_id"), ("inspections", "id"), ("records", "id")):
        db.session.execute(db.text(f"DELETE FROM {table} WHERE {column} = {record.id}"))
    assert found("chung thuc") == set()


def test_an_inspection_is_found_by_theme_basis_unit_and_leader(app, cast):
    an_inspection(cast("an"), theme="Phí, lệ phí", basis="Quyết định 45/QĐ-UBND", leader="Phạm Thị Đào")
    for typed in ("le phi", "45 qd", "bo phan tu phap", "dao pham"):
        assert len(found(typed)) == 1, typed


TITLE = st.text(st.sampled_from("aăâbđdeéê kKiỂ01-/.'\"*%_"), min_size=1, max_size=25).filter(str.strip)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles=st.lists(TITLE, min_size=1, max_size=6), typed=st.text(st.sampled_from('aăbđe kiể01-"*%'), max_size=8))
def test_both_ways_find_what_the_words_say(app, cast, monkeypatch, titles, typed):
    with db.session.begin_nested() as attempt:
        for title in titles:
            an_inspection(cast("an"), title=title, theme="", basis="", leader="", inspected_unit=cast("an").unit)
        sought = words(typed)
        unit = words(cast("an").unit.name)
        expected = {title for title in titles if has(" ".join([title, *unit]), sought)}
        for few in (10_000, -1):
            monkeypatch.setattr(wordsearch, "FEW", few)
            assert not sought or found(typed) == expected
        attempt.rollback()
    db.session.rollback()

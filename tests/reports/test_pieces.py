"""A printed figure still knows its fact; a value written for one place keeps the link and says why."""

import pytest
from quarter import nothing_known, quarter

from intranet.categories.catalogue import CATALOGUE
from intranet.reports.marks.figures import unit_of
from intranet.reports.marks.words import WORD_MARKS
from intranet.reports.markup import blocks, figures_in, missing, mistakes, mistakes_in
from intranet.reports.pieces import Piece, pieces_of
from intranet.reports.sections.compose import Section

ONE_OFF = "{{dossiers.resolved_late = 12 | Cổng tỉnh chốt muộn một ngày}}"


def told(text: str, facts=None) -> str:
    (block,) = blocks(text, facts or quarter())
    return block.text


def test_a_paragraph_is_words_and_figures_that_know_their_fact():
    (block,) = blocks("- Có {{dossiers.received}} hồ sơ trong [[kỳ]].", quarter())
    assert block.pieces == (Piece("Có "), Piece("1.568", "dossiers.received"), Piece(" hồ sơ trong Quý I/2026."))
    assert block.text == "Có 1.568 hồ sơ trong Quý I/2026."


def test_a_cell_of_a_table_knows_its_fact_too():
    (table,) = blocks("{{table:dossiers}}", quarter())
    assert table.cells[1] == ((Piece("2"),), (Piece("Tiếp nhận trong kỳ"),), (Piece("1.568", "dossiers.received"),))
    assert table.rows[1] == ("2", "Tiếp nhận trong kỳ", "1.568")


def test_words_that_a_mark_stands_for_are_words():
    facts = quarter(annexes=("II.06b",))
    assert pieces_of("Có {{dossiers.received}} hồ sơ {{phụ lục:II.06b}}.", facts) == (
        Piece("Có "),
        Piece("1.568", "dossiers.received"),
        Piece(" hồ sơ (Biểu số II.06b kèm theo)."),
    )


@pytest.mark.parametrize(
    ("mark", "printed_as"),
    [
        ("{{dossiers.resolved_late:chữ}}", "mười một"),
        ("{{ procedures.on_site : số }}", "2"),
        ("{{dossiers.received:số}}", "1.568"),
        ("{{satisfaction.very_satisfied_rate:tỷ lệ}}", "99,1%"),
        ("{{payments.amount:tiền}}", "18.025.000 đồng"),
        ("{{dossiers.by_field.ho-tich.in_time_rate:tỷ lệ}}", "99,5%"),
    ],
)
def test_a_figure_is_printed_the_way_its_mark_asks_for(mark, printed_as):
    assert told(f"Có {mark}.") == f"Có {printed_as}."
    assert mistakes(mark, quarter().figures) == []


def test_a_missing_figure_is_a_blank_in_every_format():
    for name in ("dossiers.received:chữ", "dossiers.received:số", "digitisation.rate:tỷ lệ", "payments.amount:tiền"):
        assert told(f"{{{{{name}}}}}", nothing_known()) == "……"


@pytest.mark.parametrize(
    ("mark", "printed_as"),
    [
        (ONE_OFF, "12"),
        ("{{dossiers.resolved_late = 3 | lý do}}", "03"),
        ("{{dossiers.resolved_late:chữ = 12 | lý do}}", "mười hai"),
        ("{{dossiers.received=1.570|lý do}}", "1.570"),
        ("{{digitisation.rate = 99,15 | lý do}}", "99,2"),
        ("{{payments.amount:tiền = 18.000.000 | lý do}}", "18.000.000 đồng"),
    ],
)
def test_a_one_off_value_is_printed_as_its_figure_would_be(mark, printed_as):
    assert told(mark) == printed_as
    assert told(mark, nothing_known()) == printed_as
    assert mistakes(mark, quarter().figures) == []


def test_a_one_off_value_keeps_the_link_and_its_reason():
    (piece,) = pieces_of(ONE_OFF, quarter())
    assert piece == Piece("12", "dossiers.resolved_late", "Cổng tỉnh chốt muộn một ngày")
    assert figures_in(ONE_OFF) == ("dossiers.resolved_late",)


def test_a_figure_with_a_one_off_value_is_not_missing_there():
    only = Section("text.a", "1", 2, "Đề mục", ONE_OFF)
    both = Section("text.b", "2", 2, "Đề mục", ONE_OFF + " {{dossiers.resolved_late}}")
    assert missing([only, both], nothing_known()) == {"text.b": ("dossiers.resolved_late",)}


@pytest.mark.parametrize(
    ("mark", "sentences"),
    [
        (
            "{{dossiers.resolved_late = 12}}",
            (
                "giá trị ghi riêng của “dossiers.resolved_late” cần lý do. "
                "Hãy viết {{dossiers.resolved_late = 12 | lý do}}.",
            ),
        ),
        (
            "{{dossiers.resolved_late = 12 | }}",
            (
                "giá trị ghi riêng của “dossiers.resolved_late” cần lý do. "
                "Hãy viết {{dossiers.resolved_late = 12 | lý do}}.",
            ),
        ),
        (
            "{{dossiers.received = nhiều | lý do}}",
            ("hãy viết giá trị ghi riêng của “dossiers.received” bằng chữ số sau dấu =, ví dụ = 12.",),
        ),
        (
            "{{dossiers.received = 99,1 | lý do}}",
            ("hãy viết giá trị ghi riêng của “dossiers.received” bằng chữ số sau dấu =, ví dụ = 12.",),
        ),
        (
            "{{digitisation.rate = 99.1 | lý do}}",
            ("hãy viết giá trị ghi riêng của “digitisation.rate” bằng chữ số sau dấu =, ví dụ = 99,1.",),
        ),
        (
            "{{dossiers.received | lý do}}",
            ("hãy viết giá trị ghi riêng của “dossiers.received” bằng chữ số sau dấu =, ví dụ = 12.",),
        ),
        (
            "{{dossiers.received:chu}}",
            ("số liệu “dossiers.received” không in được theo cách “chu”. Hãy viết “chữ”.",),
        ),
        (
            "{{dossiers.received:tỷ lệ}}",
            ("số liệu “dossiers.received” không in được theo cách “tỷ lệ”. Hãy chọn: chữ, số.",),
        ),
        (
            "{{digitisation.rate:chữ}}",
            ("số liệu “digitisation.rate” không in được theo cách “chữ”. Hãy chọn: tỷ lệ.",),
        ),
        ("{{phu lục:II.06b}}", ("không có loại “phu lục”. Hãy viết “phụ lục”.",)),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_to_write(mark, sentences):
    assert mistakes(f"Một dòng.\nCó {mark}.", quarter().figures) == [f"Dòng 2: {sentence}" for sentence in sentences]


def test_a_reason_is_short():
    (mistake,) = mistakes(f"{{{{dossiers.received = 1 | {'a' * 201}}}}}", quarter().figures)
    assert "Hãy viết gọn trong 200 ký tự." in mistake


def test_what_is_refused_is_still_printed_without_harm():
    for mark in ("{{dossiers.received:abc}}", "{{dossiers.received:tỷ lệ}}", "{{dossiers.received = x | y}}", "{{}}"):
        assert told(f"a {mark}") in ("a 1.568", "a ……")


def test_every_figure_has_the_unit_its_mark_is_read_by():
    assert {name: unit_of(name) for name in CATALOGUE} == {name: it.unit for name, it in CATALOGUE.items()}
    figures = quarter().figures
    assert {name for name in figures if (unit_of(name) == "%") != (figures[name].unit == "%")} == set()


def test_every_kind_of_mark_for_words_is_told_apart_from_figures():
    for kind in WORD_MARKS:
        assert figures_in(f"a {{{{{kind}:x}}}} b") == ()
        assert len(mistakes_in(f"{{{{{kind}:không có}}}}", quarter())) == 1, kind

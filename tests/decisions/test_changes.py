"""What became of a report between two times."""

from dataclasses import replace
from decimal import Decimal

from quarter import quarter

from intranet.decisions.changes import ReportState, changes, figure_changes
from intranet.reports.sections.compose import Section

TEXT = "Tiếp nhận {{dossiers.received}} hồ sơ.\nKhông có PAKN."
ONE = Section("one", "I", 1, "Hồ sơ", TEXT)
TWO = Section("two", "II", 1, "Quá hạn", "Có {{dossiers.resolved_late}} hồ sơ quá hạn.")
OLD = ReportState(quarter(), (ONE, TWO))


def now(values=None, *sections: Section) -> ReportState:
    return ReportState(quarter(values or {}), sections or OLD.sections)


def rewritten(section: Section, text: str) -> Section:
    return replace(section, text=text)


def marked(pieces) -> str:
    return "".join(f"[{piece.text}]" if piece.is_other else piece.text for piece in pieces)


def test_nothing_changed_is_nothing_told():
    assert not changes(OLD, now())


def test_a_figure_is_told_old_and_new_as_it_is_printed_with_where_it_stands():
    found = changes(OLD, now({"dossiers.received": 1600}))
    change = next(change for change in found.figures if change.name == "dossiers.received")
    assert (change.old, change.new, change.places) == ("1.568", "1.600", (ONE,))
    assert not found.sections


def test_small_counts_rates_and_missing_figures_are_printed_as_in_the_text():
    values = {
        "dossiers.resolved_late": None,
        "satisfaction.very_satisfied_rate": Decimal("98.5"),
        "feedback.opening": 3,
    }
    told = {change.name: (change.old, change.new) for change in changes(OLD, now(values)).figures}
    assert told["dossiers.resolved_late"] == ("11", "……")
    assert told["feedback.opening"][1] == "03"


def test_what_follows_from_a_figure_changes_with_it():
    names = [change.name for change in figure_changes(OLD.facts, quarter({"satisfaction.very_satisfied": 100}))]
    assert "satisfaction.very_satisfied" in names and "satisfaction.very_satisfied_rate" in names


def test_figures_the_text_holds_are_told_apart_from_the_others():
    found = changes(OLD, now({"dossiers.received": 1600, "feedback.opening": 3}))
    assert [change.name for change in found.told] == ["dossiers.received"]
    assert "feedback.opening" in [change.name for change in found.untold]


def test_a_figure_of_a_table_stands_where_the_table_is_placed():
    placed = rewritten(TWO, "{{table:dossiers}}")
    found = changes(now({}, placed), now({"dossiers.received": 1600}, placed))
    assert [change.places for change in found.told if change.name == "dossiers.received"] == [(placed,)]


def test_a_value_written_for_one_place_does_not_follow_its_figure():
    fixed = rewritten(ONE, "Tiếp nhận {{dossiers.received = 1.500 | theo hệ thống cũ}} hồ sơ.")
    found = changes(now({}, fixed), now({"dossiers.received": 1600}, fixed))
    assert "dossiers.received" in [change.name for change in found.untold] and not found.sections


def test_a_changed_paragraph_is_marked_word_by_word_with_the_figures_of_its_time():
    new = rewritten(ONE, "Tiếp nhận mới {{dossiers.received}} hồ sơ.\nKhông có PAKN.")
    (section,) = changes(OLD, now({"dossiers.received": 1600}, new, TWO)).sections
    (words,) = section.paragraphs
    assert (marked(words.old), marked(words.new)) == (
        "Tiếp nhận [1.568 ]hồ sơ.",
        "Tiếp nhận [mới 1.600 ]hồ sơ.",
    )


def test_a_paragraph_that_is_taken_out_has_nothing_after_it():
    (section,) = changes(OLD, now({}, rewritten(ONE, TEXT.splitlines()[0]), TWO)).sections
    assert [(marked(words.old), marked(words.new)) for words in section.paragraphs] == [("[Không có PAKN.]", "")]


def test_a_paragraph_that_is_added_has_nothing_before_it():
    new = rewritten(ONE, f"{TEXT}\nThêm một ý.")
    (section,) = changes(OLD, now({}, new, TWO)).sections
    assert [(marked(words.old), marked(words.new)) for words in section.paragraphs] == [("", "[Thêm một ý.]")]


def test_sections_that_come_and_go_are_told_as_such():
    three = Section("three", "III", 1, "Kiến nghị", "Đề nghị nâng cấp hệ thống.")
    came, gone = changes(OLD, now({}, ONE, three)).sections
    assert came.section == three and came.is_new and marked(came.paragraphs[0].new) == "[Đề nghị nâng cấp hệ thống.]"
    assert gone.section == TWO and gone.is_gone and marked(gone.paragraphs[0].old) == "[Có 11 hồ sơ quá hạn.]"


def test_how_much_changed_is_told_without_what_did_not():
    figures, words = now({"dossiers.received": 1600}), now({}, rewritten(ONE, "Khác."), TWO)
    both = ReportState(figures.facts, words.sections)
    told = {name: changes(OLD, new).summary for name, new in {"both": both, "figures": figures, "words": words}.items()}
    assert told == {"both": "1 số liệu và lời văn của 1 mục", "figures": "1 số liệu", "words": "lời văn của 1 mục"}


def test_a_state_is_the_same_after_it_was_stored():
    stored = ReportState.from_json(OLD.facts.to_json(), OLD.sections_json())
    assert stored == OLD and stored.digest == OLD.digest


def test_the_digest_tells_texts_and_figures_apart():
    others = [now({"dossiers.received": 1600}), now({}, rewritten(ONE, "Khác."), TWO)]
    assert len({OLD.digest, *(other.digest for other in others)}) == 3

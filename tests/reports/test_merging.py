"""Three texts brought together by paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.reports.markup import lines
from intranet.reports.merging import Chunk, merge

WORDS = ("Tiếp nhận", "hồ sơ", "{{dossiers.received}}", "trong kỳ", "đúng hạn", "- ", "> ")
PARAGRAPHS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, max_size=8).map("\n".join)

BASE = """Kỳ trước chuyển qua {{dossiers.opening}} hồ sơ.
Trong kỳ tiếp nhận {{dossiers.received}} hồ sơ.
Trả trước hạn và đúng hạn {{dossiers.resolved_on_time}} hồ sơ."""
FIRST, SECOND, THIRD = BASE.splitlines()


def as_text(text: str) -> str:
    return "\n".join(lines(text))


def kinds(*texts: str) -> list[str]:
    return [chunk.kind for chunk in merge(*texts).chunks]


@given(TEXTS, TEXTS)
def test_what_only_the_system_changed_is_its_new_text(base, new):
    assert merge(base, base, new).text() == as_text(new)


@given(TEXTS, TEXTS)
def test_what_only_the_officer_changed_is_the_officers_text(base, mine):
    assert merge(base, mine, base).text() == as_text(mine)


@given(TEXTS, TEXTS)
def test_what_both_wrote_alike_is_taken_once(base, mine):
    merged = merge(base, mine, mine)
    assert merged.text() == as_text(mine) and merged.conflicts == ()


@given(TEXTS)
def test_three_times_the_same_text_has_nothing_to_decide(text):
    assert merge(text, text, text).text() == as_text(text)
    assert {chunk.kind for chunk in merge(text, text, text).chunks} <= {"same"}


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_that_either_side_wrote_is_lost(base, mine, new):
    merged = merge(base, mine, new)
    shown = set(lines(merged.text())) | {line for chunk in merged.conflicts for line in chunk.mine + chunk.new}
    assert (set(lines(mine)) | set(lines(new))) - set(lines(base)) <= shown
    assert (set(lines(mine)) | set(lines(new))) - set(lines(base)) <= set(lines(merged.text(otherwise="both")))


@given(TEXTS, TEXTS, TEXTS)
def test_the_chunks_put_together_are_the_three_texts(base, mine, new):
    chunks = merge(base, mine, new).chunks
    for side, text in (("base", base), ("mine", mine), ("new", new)):
        assert [line for chunk in chunks for line in getattr(chunk, side)] == lines(text)


@given(TEXTS, TEXTS, TEXTS)
def test_a_conflict_is_only_where_each_side_changed_something_and_each_otherwise(base, mine, new):
    conflicts = merge(base, mine, new).conflicts
    for chunk in conflicts:
        assert chunk.base != chunk.mine != chunk.new != chunk.base
    assert len({chunk.name for chunk in conflicts}) == len(conflicts)


def test_neighbouring_paragraphs_that_each_side_changed_one_of_do_not_conflict():
    mine, new = BASE.replace("Kỳ trước", "Quý trước"), BASE.replace("Trong kỳ", "Trong quý này")
    merged = merge(BASE, mine, new)
    assert kinds(BASE, mine, new) == ["mine", "new", "same"]
    assert merged.text() == "\n".join([mine.splitlines()[0], new.splitlines()[1], THIRD])


def test_a_paragraph_both_changed_otherwise_stands_side_by_side_and_the_officers_is_kept_unless_chosen():
    mine, new = BASE.replace("Trong kỳ", "Từ đầu kỳ"), BASE.replace("Trong kỳ", "Trong quý")
    merged = merge(BASE, mine, new)
    assert kinds(BASE, mine, new) == ["same", "conflict", "same"]
    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.new) == ((mine.splitlines()[1],), (new.splitlines()[1],))
    assert merged.text() == mine
    assert merged.text({conflict.name: "new"}) == new
    assert merged.text({conflict.name: "both"}) == "\n".join([FIRST, *conflict.mine, *conflict.new, THIRD])
    assert merged.text({conflict.name: "gì đó"}) == merged.text({"khác": "new"}) == mine


def test_a_paragraph_the_officer_added_stays_where_it_was_added():
    mine = "\n".join([FIRST, "Phường đã mở thêm một quầy.", SECOND, THIRD])
    new = BASE.replace("Kỳ trước", "Quý trước").replace("Trong kỳ", "Trong quý")
    changed = new.splitlines()
    assert merge(BASE, mine, new).text() == "\n".join([changed[0], "Phường đã mở thêm một quầy.", *changed[1:]])


def test_a_paragraph_the_officer_took_out_stays_out_and_is_a_conflict_where_the_system_changed_it():
    mine = "\n".join([FIRST, THIRD])
    assert merge(BASE, mine, BASE.replace("Kỳ trước", "Quý trước")).text() == f"Quý{FIRST[2:]}\n{THIRD}"
    (conflict,) = merge(BASE, mine, BASE.replace("Trong kỳ", "Trong quý")).conflicts
    assert (conflict.base, conflict.mine) == ((SECOND,), ())


def test_a_paragraph_reworded_and_another_added_beside_it_are_two_changes():
    mine = "\n".join([FIRST, SECOND.replace("Trong kỳ", "Trong quý"), "Tăng do tuyển sinh đầu cấp.", THIRD])
    new = BASE.replace("Trả trước hạn", "Giải quyết trước hạn")
    assert merge(BASE, mine, new).conflicts == ()
    assert kinds(BASE, mine, new) == ["same", "mine", "mine", "new"]


@pytest.mark.parametrize(
    ("mine", "new"),
    [
        ("Nhận {{dossiers.received}} hồ sơ.", "Nhận {{dossiers.resolved}} hồ sơ."),
        ("Nhận {{dossiers.received=12|đếm tay}} hồ sơ.", "Nhận {{dossiers.received=13|đếm tay}} hồ sơ."),
        ("Nhận {{dossiers.received:số}} hồ sơ.", "Nhận {{dossiers.received:chữ}} hồ sơ."),
    ],
)
def test_lines_that_differ_only_in_a_figure_are_different(mine, new):
    assert kinds("Nhận {{dossiers.opening}} hồ sơ.", mine, new) == ["conflict"]


def test_both_adding_at_the_same_place_is_a_conflict_and_the_same_line_is_kept_once():
    (conflict,) = merge(BASE, f"{BASE}\nThêm.\nCủa tôi.", f"{BASE}\nThêm.\nCủa hệ thống.").conflicts
    assert conflict.lines("both") == ("Thêm.", "Của tôi.", "Của hệ thống.")
    assert merge(BASE, f"{BASE}\nThêm.", f"{BASE}\nThêm.").text() == f"{BASE}\nThêm."


def test_the_same_conflict_twice_is_decided_twice():
    first, second = merge("a\nk\na", "b\nk\nb", "c\nk\nc").conflicts
    assert (first.mine, first.new) == (second.mine, second.new) and first.name != second.name
    assert merge("a\nk\na", "b\nk\nb", "c\nk\nc").text({second.name: "new"}) == "b\nk\nc"


def test_a_decision_names_the_texts_it_is_about():
    digests = {merge(*texts).digest for texts in [("a", "b", "c"), ("a", "b", "d"), ("a", "e", "c"), ("f", "b", "c")]}
    assert len(digests) == 4
    assert merge("a", "b", "c").digest == merge("a\n\n", " b", "c").digest


def test_spaces_and_empty_lines_are_no_change():
    assert merge("Một.\nHai.", "Một.\r\n\r\n  Hai.", "Một.\nHai.\n").chunks == (
        Chunk("same", ("Một.", "Hai."), ("Một.", "Hai."), ("Một.", "Hai.")),
    )


def test_a_long_text_written_anew_is_merged_soon():
    base, mine, new = ("\n".join(f"{word} {n}" for n in range(3000)) for word in ("một", "hai", "ba"))
    assert merge(base, mine, new).text() == mine

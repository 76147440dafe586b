"""Two revisions side by side: words, and steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intranet.procedures.comparing import Mark, compare, pair_steps
from intranet.procedures.steps import Step

TEXTS = st.text("ab \n", max_size=40).map(str.strip)
STEPS = st.lists(
    st.builds(Step, st.sampled_from("AB"), st.sampled_from(["nhận", "nhận hồ sơ", "ký"]), st.integers(0, 3))
)
RECEIVE, CHECK, SIGN = (
    Step("Một cửa", "Tiếp nhận hồ sơ", 4),
    Step("Tư pháp", "Thẩm định hồ sơ", 8),
    Step("Lãnh đạo", "Ký", 4),
)


def others(pieces):
    return [piece.text.strip() for piece in pieces if piece.is_other]


def test_words_of_one_side_only_are_marked():
    found = compare("Căn cứ", "Nghị định số 61 còn hiệu lực", "Nghị định số 118 còn hiệu lực")
    assert (others(found.old), others(found.new), found.is_same) == (["61"], ["118"], False)


@pytest.mark.parametrize(("old", "new"), [("", "Tờ khai"), ("Tờ khai", "")])
def test_a_text_that_is_new_or_gone_is_marked_as_a_whole(old, new):
    found = compare("Hồ sơ", old, new)
    assert others(found.old) == [old][: bool(old)] and others(found.new) == [new][: bool(new)]


@given(TEXTS, TEXTS)
def test_both_texts_are_shown_whole(old, new):
    found = compare("", old, new)
    assert "".join(piece.text for piece in found.old) == old
    assert "".join(piece.text for piece in found.new) == new
    assert found.is_same == (old == new)


@given(TEXTS)
def test_the_same_text_has_no_mark(text):
    found = compare("", text, text)
    assert not others(found.old) and not others(found.new)


def marks(old, new):
    return [(pair.mark, pair.old and pair.old[0], pair.new and pair.new[0]) for pair in pair_steps(old, new)]


def test_steps_that_stay_hold_their_places():
    assert marks([RECEIVE, SIGN], [RECEIVE, CHECK, SIGN]) == [
        (Mark.SAME, 1, 1), (Mark.ADDED, None, 2), (Mark.SAME, 2, 3),
    ]  # fmt: skip


def test_a_step_of_other_hours_is_the_same_step_changed():
    slower = Step("Tư pháp", "Thẩm định hồ sơ", 12)
    assert marks([RECEIVE, CHECK, SIGN], [RECEIVE, slower, SIGN])[1] == (Mark.CHANGED, 2, 2)
    changed = pair_steps([CHECK], [slower])[0].comparisons
    assert [part.label for part in changed if not part.is_same] == ["Thời gian"]


def test_a_changed_step_is_found_among_new_ones():
    reworded = Step("Tư pháp", "Thẩm định hồ sơ, dự thảo kết quả", 8)
    assert marks([CHECK], [SIGN, reworded]) == [(Mark.ADDED, None, 1), (Mark.CHANGED, 1, 2)]


def test_steps_that_have_nothing_in_common_are_not_paired():
    assert marks([RECEIVE], [SIGN]) == [(Mark.REMOVED, 1, None), (Mark.ADDED, None, 1)]


@given(STEPS, STEPS)
def test_every_step_of_both_stands_there_once_in_its_order(old, new):
    pairs = pair_steps(old, new)
    assert [pair.old for pair in pairs if pair.old] == list(enumerate(old, 1))
    assert [pair.new for pair in pairs if pair.new] == list(enumerate(new, 1))
    assert all(pair.old or pair.new for pair in pairs)


@given(STEPS)
def test_nothing_changed_is_told_as_nothing_changed(steps):
    assert {pair.mark for pair in pair_steps(steps, steps)} <= {Mark.SAME}


def test_a_hundred_steps_all_alike_are_compared_at_once():
    old = [Step("A", "thẩm định hồ sơ", number) for number in range(100)]
    new = [Step("B", "thẩm định hồ sơ", number) for number in range(100)]
    assert {pair.mark for pair in pair_steps(old, new)} == {Mark.CHANGED}

"""A text with its findings marked where they stand."""

from intranet.checks.causes import ProblemGroup
from intranet.checks.problem import Level, Problem, Spot
from intranet.reading.manuscript import read
from intranet.reports.marked_text import marked_text


def runs(text, *problems):
    groups = [ProblemGroup((problem,)) for problem in problems]
    return [(run.text, run.numbers, run.level) for one in marked_text(read(text), groups) for run in one.runs]


def problem(level, *spots):
    return Problem("spelling", level, "Xem lại.", spots=tuple(Spot(*spot) for spot in spots))


def test_a_text_without_findings_is_one_run_a_paragraph():
    assert runs("Một câu.") == [("Một câu.", (), None)]


def test_what_a_finding_is_about_stands_apart():
    assert runs("abc def", problem(Level.ERROR, (0, 4, 7))) == [("abc ", (), None), ("def", (1,), Level.ERROR)]


def test_where_findings_overlap_the_gravest_colours_the_run():
    told = runs("abcdef", problem(Level.INFO, (0, 0, 4)), problem(Level.ERROR, (0, 2, 6)))
    assert told == [("ab", (1,), Level.INFO), ("cd", (1, 2), Level.ERROR), ("ef", (2,), Level.ERROR)]


def test_a_finding_is_numbered_where_its_first_spot_stands():
    one, other = marked_text(read("Câu một.\nCâu hai."), [ProblemGroup((problem(Level.ERROR, (1, 0, 3), (0, 0, 3)),))])
    assert (one.numbers, other.numbers) == ((), (1,))
    assert one.runs[0].numbers == (1,)


def test_every_character_is_kept():
    text = "Đã giải quyết 10 hồ sơ, trong đó 3 hồ sơ quá hạn."
    found = [ProblemGroup((problem(Level.INFO, (0, 3, 3)), problem(Level.WARNING, (0, 5, 90))))]
    assert "".join(run.text for run in marked_text(read(text), found)[0].runs) == text


def test_findings_of_one_cause_bear_one_number_in_every_place():
    spots = ((0, 0, 3), (0, 4, 7), (1, 0, 3))
    group = ProblemGroup(tuple(problem(Level.INFO, spot) for spot in spots))
    one, other = marked_text(read("Câu một.\nCâu hai."), [group])
    assert (one.numbers, other.numbers) == ((1,), (1,))
    assert [run.numbers for run in one.runs] == [(1,), (), (1,), ()]

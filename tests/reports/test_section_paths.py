"""How a section is named among all others of its report."""

import pytest

from intranet.reports.section_paths import section_paths
from intranet.reports.sections.compose import Section

OUTLINE = [("I", 1), ("1", 2), ("4", 2), ("II", 1), ("3", 2), ("3.1", 3), ("3.2", 3), ("4", 2), ("III", 1)]


@pytest.mark.parametrize(
    ("place", "path"), [(0, "I"), (2, "I.4"), (3, "II"), (5, "II.3.1"), (6, "II.3.2"), (7, "II.4"), (8, "III")]
)
def test_a_section_is_named_with_the_part_it_stands_in(place, path):
    sections = [Section(str(at), number, level, "", "") for at, (number, level) in enumerate(OUTLINE)]
    assert section_paths(sections)[str(place)] == path

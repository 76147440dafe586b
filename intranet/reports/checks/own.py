"""Our own report as a manuscript: what people wrote and what the facts printed are told apart. Pure."""

from collections.abc import Iterable, Iterator

from intranet.reports.facts import Facts
from intranet.reports.markup import MARK, STARTS, TABLE_LINE, lines
from intranet.reports.prose.manuscript import Bound, Kind, Manuscript, Paragraph, section_path
from intranet.reports.sections.compose import Section
from intranet.reports.tables import TABLES
from intranet.reports.wording import cell_text, figure_text, with_period

Piece = tuple[Kind, str, tuple[Bound, ...]]


def manuscript_of(sections: Iterable[Section], facts: Facts) -> Manuscript:
    """The sections as they are printed, each figure with the name of the fact that printed it."""
    paragraphs: list[Paragraph] = []
    path: dict[int, str] = {}
    for section in sections:
        path = {level: number for level, number in path.items() if level < section.level} | {
            section.level: section.number
        }
        where = section_path(path)
        heading = f"{section.number}. {section.title}"
        place = len(paragraphs)
        paragraphs.append(Paragraph(place, place + 1, heading, "heading", "body", where, section.number, section.level))
        for kind, text, bound in _pieces(section.text, facts):
            place = len(paragraphs)
            paragraphs.append(Paragraph(place, place + 1, text, kind, "body", where, bound=bound))
    return Manuscript(tuple(paragraphs))


def _pieces(text: str, facts: Facts) -> Iterator[Piece]:
    for line in lines(text):
        if match := TABLE_LINE.fullmatch(line):
            yield from _table(match[1], facts)
            continue
        kind = STARTS.get(line[:2], "paragraph")
        words, bound = _filled(line if kind != "note" else line[2:].strip(), facts)
        yield ("item" if kind == "item" else "note" if kind == "note" else "paragraph"), words, bound


def _table(name: str, facts: Facts) -> Iterator[Piece]:
    table = TABLES[name](facts) if name in TABLES else None
    if table is None or not table.rows:
        return
    yield "paragraph", with_period(table.caption, facts.period), ()
    yield "row", "\t".join(table.columns), ()
    for row in table.rows:
        words, bound = _filled("\t".join(row), facts, in_table=True)
        yield "row", words, bound


def _filled(text: str, facts: Facts, in_table: bool = False) -> tuple[str, tuple[Bound, ...]]:
    """The text with its figures printed, and where each of them stands in it."""
    words, bound, last = "", [], 0
    text = with_period(text, facts.period)
    for match in MARK.finditer(text):
        words += text[last : match.start()]
        fact = facts.figures.get(match[1])
        shown = cell_text(fact) if in_table else figure_text(fact)
        bound.append(Bound(len(words), len(words) + len(shown), match[1]))
        words, last = words + shown, match.end()
    return words + text[last:], tuple(bound)

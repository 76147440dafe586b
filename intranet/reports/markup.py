"""The mini markup of a section's text: a paragraph a line, "- " an item, "> " a note, figures and tables by name.

{{dossiers.received}} is a figure, {{table:dossiers}} alone on its line a table,
{{chart:comparison}} a chart, [[kỳ]] a name of the period; other
kinds of marks are those of `word_marks`. Pure.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from intranet.figures.facts import Facts
from intranet.reports.carried import Carried
from intranet.reports.charts.chart import CHARTS, Chart
from intranet.reports.marks import figures as figure_marks
from intranet.reports.marks.citations import with_citations, wrong
from intranet.reports.marks.figures import MARK
from intranet.reports.marks.suggestions import instead
from intranet.reports.marks.words import WORD_MARKS, without_word_marks
from intranet.reports.pieces import Pieces, pieces_of, references, text_of
from intranet.reports.sections.compose import Section
from intranet.reports.tables import TABLES, Row
from intranet.reports.wording import TOKEN, TOKENS, with_period

Kind = Literal["paragraph", "item", "note", "table", "chart"]

# What stands alone on its line: how it is marked, how people call it, and which there are.
PLACED: dict[str, tuple[str, Collection[str]]] = {"table": ("bảng", TABLES), "chart": ("biểu đồ", CHARTS)}
PLACED_LINE = re.compile(rf"\{{\{{\s*({'|'.join(PLACED)}):\s*([^{{}}]*?)\s*\}}\}}")
STARTS: dict[str, Kind] = {"- ": "item", "> ": "note"}


@dataclass(frozen=True)
class Block:
    """A part of a section as it is printed: a table has a caption, columns and cells, a chart is a picture and nothing
    that can be read, all else is a text in pieces. `carried_from` says where its words come from while nobody has
    confirmed them for this period.
    """

    kind: Kind
    pieces: Pieces = ()
    caption: str = ""
    columns: Row = ()
    cells: tuple[tuple[Pieces, ...], ...] = ()
    chart: Chart | None = None
    carried_from: str = ""

    @property
    def text(self) -> str:
        return text_of(self.pieces)

    @property
    def aligned(self) -> tuple[tuple[tuple[Pieces, bool], ...], ...]:
        """Its cells, each with whether it is a number, to be set to the right."""
        counts = [column != "STT" for column in self.columns]
        return tuple(tuple(zip(row, map(_is_number, row, counts), strict=True)) for row in self.cells)

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(tuple(text_of(cell) for cell in row) for row in self.cells)


def _is_number(cell: Pieces, counts: bool) -> bool:
    return counts and text_of(cell).lstrip("+−")[:1].isdigit()


@dataclass(frozen=True)
class PrintedSection:
    """A section with its figures in it, as every format of the report prints it."""

    key: str
    number: str
    level: int
    title: str
    blocks: tuple[Block, ...]

    @property
    def carried_from(self) -> str:
        """Where words in it come from that nobody has confirmed for this period; "" where there are none."""
        return next((block.carried_from for block in self.blocks if block.carried_from), "")


def printed(
    sections: Iterable[Section], facts: Facts, unconfirmed: Iterable[Carried] = ()
) -> tuple[PrintedSection, ...]:
    """The sections as they are printed; of `unconfirmed` each line is told where it comes from."""
    written, waiting = tuple(sections), {one.key: one for one in unconfirmed}
    return tuple(
        PrintedSection(
            section.key, section.number, section.level, section.title, _marked(section, words, facts, waiting)
        )
        for section, words in zip(written, with_citations(written, facts), strict=True)
    )


def _marked(section: Section, words: Section, facts: Facts, waiting: Mapping[str, Carried]) -> tuple[Block, ...]:
    """The blocks of a section whose citations are in words, which changes no line's place."""
    if (carried := waiting.get(section.key)) is None:
        return blocks(words.text, facts)
    pairs = zip(lines(section.text), lines(words.text), strict=True)
    made = ((line, _block(cited, facts)) for line, cited in pairs)
    return tuple(
        replace(block, carried_from=carried.origin) if line in carried.lines else block for line, block in made if block
    )


def blocks(text: str, facts: Facts) -> tuple[Block, ...]:
    """The text in parts, its figures printed; a table without a row, or of a name not known, is left out."""
    return tuple(block for line in lines(text) if (block := _block(line, facts)))


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _block(line: str, facts: Facts) -> Block | None:
    if match := PLACED_LINE.fullmatch(line):
        return _table(match[2], facts) if match[1] == "table" else _chart(match[2], facts)
    kind = STARTS.get(line[:2], "paragraph")
    return Block(kind, pieces_of(line if kind == "paragraph" else line[2:].strip(), facts))


def _table(name: str, facts: Facts) -> Block | None:
    table = TABLES[name](facts) if name in TABLES else None
    if table is None or not table.rows:
        return None
    cells = tuple(tuple(pieces_of(cell, facts, in_table=True) for cell in row) for row in table.rows)
    return Block("table", caption=with_period(table.caption, facts.period), columns=table.columns, cells=cells)


def _chart(name: str, facts: Facts) -> Block | None:
    chart = CHARTS[name](facts) if name in CHARTS else None
    return Block("chart", caption=chart.caption, chart=chart) if chart and chart.groups else None


def figures_in(text: str) -> tuple[str, ...]:
    """The names of the figures a text holds, each once, in the order they come; those of its tables aside."""
    return tuple(dict.fromkeys(it.name for it in references(text)))


def tables_in(text: str) -> tuple[str, ...]:
    found = [match for line in lines(text) if (match := PLACED_LINE.fullmatch(line))]
    return tuple(dict.fromkeys(match[2] for match in found if match[1] == "table"))


def missing(sections: Iterable[Section], facts: Facts) -> dict[str, tuple[str, ...]]:
    """By the section's key, the figures that its text and tables name and that have no value yet."""
    found = {section.key: tuple(_unfilled(section.text, facts)) for section in sections}
    return {key: names for key, names in found.items() if names}


def _unfilled(text: str, facts: Facts) -> list[str]:
    cells = [cell for name in tables_in(text) if name in TABLES for row in TABLES[name](facts).rows for cell in row]
    wanted = dict.fromkeys(it.name for it in references("\n".join([text, *cells])) if not it.is_one_off)
    return [name for name in wanted if facts.value(name) is None]


def mistakes(text: str, known_names: Collection[str]) -> list[str]:
    """What the text asks for in vain: a sentence for each, with the line; `known_names` are those of the figures."""
    return [
        f"Dòng {place}: {mistake}"
        for place, line in enumerate(text.splitlines(), start=1)
        for mistake in _mistakes(line.strip(), known_names)
    ]


def mistakes_in(text: str, facts: Facts) -> list[str]:
    """What a report's text asks for in vain, the texts it cites among it."""
    found = [(place, told) for place, line in enumerate(text.splitlines(), 1) for told in wrong(line, facts.legal)]
    return [*mistakes(text, facts.figures), *(f"Dòng {place}: {told}" for place, told in found)]


def _mistakes(line: str, known_names: Collection[str]) -> Iterator[str]:
    if match := PLACED_LINE.fullmatch(line):
        what, known = PLACED[match[1]]
        if match[2] not in known:
            yield f"không có {what} “{match[2]}”. {instead(match[2], known)}"
        return
    for mark in WORD_MARKS.values():
        yield from mark.wrong(line)
    line = without_word_marks(line)
    for name in MARK.findall(line):
        if (kind := name.partition(":")[0]) in PLACED:
            what, _ = PLACED[kind]
            yield f"hãy đặt {what} trên một dòng riêng, không viết gì thêm trước và sau {what}."
        elif (it := figure_marks.reference(name)).format is not None and "." not in it.name:
            yield f"không có loại “{it.name}”. {instead(it.name, [*PLACED, *WORD_MARKS])}"
        else:
            yield from figure_marks.wrong(it, known_names)
    yield from _misplaced(line)


def _misplaced(line: str) -> Iterator[str]:
    """Words that stand for nothing, and braces or brackets that do not close."""
    for token in TOKEN.findall(line):
        if token not in TOKENS:
            yield f"không có từ thay thế “[[{token}]]”. {instead(token, TOKENS)}"
    rest = TOKEN.sub("", MARK.sub("", line))
    if "{{" in rest or "}}" in rest:
        yield "hãy đặt tên số liệu giữa hai ngoặc nhọn mở và hai ngoặc nhọn đóng, ví dụ {{dossiers.received}}."
    if "[[" in rest or "]]" in rest:
        yield "hãy đặt từ thay thế giữa hai ngoặc vuông mở và hai ngoặc vuông đóng, ví dụ [[kỳ]]."

"""Our own report as a manuscript: what people wrote, what facts printed and what was composed, told apart. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from intranet.reading.manuscript import Bound, Kind, Manuscript, Paragraph, Part, section_path
from intranet.reports.markup import Block, PrintedSection
from intranet.reports.pieces import Piece, Pieces, text_of
from intranet.reports.typed_over import typed_over

Text = tuple[Kind, Pieces]


def manuscript_of(
    sections: Iterable[PrintedSection], annexes: Iterable[str] = (), composed: Iterable[PrintedSection] = ()
) -> Manuscript:
    """The sections as they are printed, each figure with the fact that printed it; then the names of the annexes.

    `composed` is what the system writes of facts and records alone: paragraphs that are that, word for word, are its
    own, and in others it is known where a number was typed over a figure.
    """
    own = {section.key: [text for block in section.blocks for text in _texts(block)] for section in composed}
    paragraphs: list[Paragraph] = []
    path: dict[int, str] = {}

    def add(
        kind: Kind,
        pieces: Pieces,
        part: Part = "body",
        number: str = "",
        level: int = 0,
        known: Sequence[Text] = (),
        carried: str = "",
    ) -> None:
        text, place, bounds = text_of(pieces), len(paragraphs), _bounds(pieces)
        where = section_path(path) if part == "body" else ""
        is_own = (kind, pieces) in known
        over = () if is_own else typed_over(text, bounds, [other for its, other in known if its == kind])
        told = (text, kind, part, where, number, level, bounds, is_own, over, carried)
        paragraphs.append(Paragraph(place, place + 1, *told))

    for section in sections:
        path = {level: number for level, number in path.items() if level < section.level}
        path[section.level] = section.number
        title = Piece(f"{section.number}. {section.title}")
        add("heading", (title,), number=section.number, level=section.level)
        for block in section.blocks:
            for kind, pieces in _texts(block):
                add(kind, pieces, known=own.get(section.key, ()), carried=block.carried_from)
    for name in annexes:
        add("paragraph", (Piece(name),), part="annex")
    return Manuscript(tuple(paragraphs))


def _texts(block: Block) -> Iterator[Text]:
    """The paragraphs of a block: of a table its caption, its head and its rows."""
    if block.kind == "table":
        yield "paragraph", (Piece(block.caption),)
        yield "row", (Piece("\t".join(block.columns)),)
        for row in block.cells:
            cells = [(Piece("\t"), *cell) if place else tuple(cell) for place, cell in enumerate(row)]
            yield "row", tuple(piece for cell in cells for piece in cell)
    elif block.kind == "chart":
        return
    elif block.kind == "item":
        yield "item", (Piece("- "), *block.pieces)
    else:
        yield ("note" if block.kind == "note" else "paragraph"), block.pieces


def _bounds(pieces: Iterable[Piece]) -> tuple[Bound, ...]:
    bounds, end = [], 0
    for piece in pieces:
        start, end = end, end + len(piece.text)
        if piece.figure:
            bounds.append(Bound(start, end, piece.figure, piece.reason))
    return tuple(bounds)

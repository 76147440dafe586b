"""Annex forms as plain text: a tab between cells, an empty line before each form and each of its tables. Pure."""

from collections.abc import Iterable, Iterator

from intranet.reports.annexes.annex import PrintedAnnex, PrintedPart


def plain(annexes: Iterable[PrintedAnnex]) -> str:
    return "\n\n".join("\n".join(_lines(annex)) for annex in annexes)


def _lines(annex: PrintedAnnex) -> Iterator[str]:
    yield annex.name
    yield annex.title.upper()
    yield f"Kỳ báo cáo: {annex.period}"
    yield f"Đơn vị tính: {annex.unit}"
    for part in annex.parts:
        yield ""
        yield from _table(part)
    yield from (f"Chú thích: {note}" for note in annex.notes)


def _table(part: PrintedPart) -> Iterator[str]:
    """Each column by its group and its own name, for a line of text has no second level."""
    if part.heading:
        yield part.heading
    yield "\t".join(f"{column.group}: {column.label}" if column.group else column.label for column in part.columns)
    yield "\t".join(column.number for column in part.columns)
    yield from ("\t".join(cell.text for cell in row.cells) for row in part.rows)

"""The report as plain text: headings, paragraphs, tables with a tab between cells. Pure."""

from collections.abc import Iterable, Iterator

from intranet.reports.markup import Block, PrintedSection

END = "./."


def plain_text(sections: Iterable[PrintedSection]) -> str:
    """The sections one under another, an empty line before each heading, closed as official documents are."""
    lines = [line for section in sections for line in _section(section)]
    text = "\n".join(lines).strip()
    return f"{text.rstrip(' .;,:')}{END}\n" if text else ""


def _section(section: PrintedSection) -> Iterator[str]:
    title = section.title.upper() if section.level == 1 else section.title
    yield ""
    yield f"{section.number}. {title}"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if block.kind == "item":
        yield f"- {block.text}"
    elif block.kind == "note":
        yield f"Chú thích: {block.text}"
    elif block.kind == "table":
        yield block.caption
        yield from ("\t".join(cells) for cells in (block.columns, *block.rows))
    elif block.kind != "chart":
        yield block.text

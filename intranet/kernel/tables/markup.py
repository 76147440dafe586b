"""Feeding markup to a target of lxml's parsers piece by piece, so that no tree of it is ever built. Pure."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from intranet.kernel.tables.limits import CHUNK, DAMAGED
from intranet.kernel.workflow import Refused

BEFORE_ROOT = r"(?>\s+|\ufeff|<\?.*?\?>|<!--.*?-->|<![^>\[]*+(?:\[.*?\]\s*)?>)*+"
ROOT = re.compile(BEFORE_ROOT + r"<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)
END = "end-of-the-page"  # what no page says, said after its end

# A target has start(tag, attributes), end(tag), data(text), comment(text) and close().
Target = Any


def root(text: str) -> str:
    """The name of the outermost tag in small letters, without its prefix; "" of a text that begins with none."""
    match = ROOT.match(text)
    return match[1].lower() if match else ""


def read_page(text: str, target: Target) -> None:
    """An HTML page, however it is written; its last comment is END, and is missing where the page breaks off."""
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    feed(parser, (*pieces(text), f"<!--{END}-->".encode()))


def read_xml(chunks: Iterable[bytes], target: Target) -> None:
    """XML in UTF-8; Refused where it is not well formed, or defines anything of its own."""
    parser = etree.XMLParser(target=target, encoding="utf-8", resolve_entities=False, no_network=True, huge_tree=True)
    feed(parser, chunks)


def feed(parser: Any, chunks: Iterable[bytes]) -> None:
    try:
        for chunk in chunks:
            parser.feed(chunk)
        parser.close()
    except etree.LxmlError as fault:
        raise Refused(DAMAGED) from fault


def pieces(text: str) -> Iterator[bytes]:
    for at in range(0, len(text), CHUNK):
        yield text[at : at + CHUNK].encode()


class NoDefinitions:
    """The part of a target that refuses a document type, where entities would be defined."""

    def doctype(self, *names: str | None) -> None:
        raise Refused(DAMAGED)

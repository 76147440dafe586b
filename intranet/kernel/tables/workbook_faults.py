"""Which cells of an .xlsx file have no value though they should, told from the text of its sheets. Pure."""

import posixpath
import re
from collections import defaultdict
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from intranet.kernel.tables.cells import CellFault
from intranet.kernel.tables.filling import Places
from intranet.kernel.tables.limits import DAMAGED, LONGEST_TEXT
from intranet.kernel.workflow import Refused

BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
RELATION_ID = re.compile(r"\{[^}]*/relationships\}id")  # in the namespace of the standard or of its strict form

LONGEST_CELL = 64 * 1024  # bytes of a cell with a formula, tags included

TAG, END = rb"<(?:\w+:)?", rb"</(?:\w+:)?"
FORMULA = TAG + rb"f\b[^<>]*>(?:[^<]*" + END + rb"f>)?"
# A cell that shows an error, and one with a formula and no value behind it.
FAILED = re.compile(TAG + rb"""c\s([^<>]*\bt=["']e["'][^<>]*)>(?:""" + FORMULA + rb")?(?:" + TAG + rb"v>([^<]*)<)?")
UNCALCULATED = re.compile(
    TAG + rb"c\s([^<>]*)>\s*" + FORMULA + rb"\s*(?:" + TAG + rb"v\b[^<>]*>(?:" + END + rb"v>)?)?\s*" + END + rb"c>"
)
PREFIX = re.compile(rb"<(\w+:)worksheet\b")
ERROR = b">#"  # how what an error shows begins
IS_TEXT = re.compile(rb"""\bt=["']str["']""")  # whose value is a text, which may well be empty
PLACE = re.compile(rb"""(?<![\w:])r=["']([A-Z]{1,3})([0-9]{1,7})["']""")

FAULT = CellFault()


class WorkbookFaults:
    """Looks at the sheets while they are checked; `by_part` holds what it found."""

    def __init__(self) -> None:
        self.by_part: dict[str, Places] = defaultdict(Places)
        self.part, self.tail, self.formula = "", b"", b""

    def look(self, part: str, text: bytes) -> None:
        """Some more of a part; a cell may have begun in what came before."""
        if part == self.part:
            text = self.tail + text
        else:
            prefix = PREFIX.search(text)
            self.part, self.formula = part, b"<" + (prefix[1] if prefix else b"") + b"f"
        self.tail = text[-LONGEST_CELL:]
        if ERROR in text:
            for match in FAILED.finditer(text):
                self.add(match[1], CellFault((match[2] or b"#").decode("utf-8", "replace")))
        if self.formula in text:
            for match in UNCALCULATED.finditer(text):
                if not IS_TEXT.search(match[1]):
                    self.add(match[1], FAULT)

    def add(self, attributes: bytes, fault: CellFault) -> None:
        place = PLACE.search(attributes)
        if place is None:
            raise Refused(DAMAGED)
        self.by_part[self.part].add_fault(int(place[2]), column(place[1]), fault)


def column(letters: bytes) -> int:
    """The number of a column from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def parts_of_sheets(data: bytes) -> dict[str, str]:
    """The name of the part that holds a sheet, by the name of the sheet."""
    with ZipFile(BytesIO(data)) as file:
        relations = {it.get("Id"): it.get("Target", "") for it in xml(file, RELATIONS).iter("{*}Relationship")}
        sheets = list(xml(file, BOOK).iter("{*}sheet"))
    found = {}
    for sheet in sheets:
        identity = next((value for name, value in sheet.items() if RELATION_ID.fullmatch(name)), None)
        target = relations.get(identity, "").replace("\\", "/")
        found[sheet.get("name", "")] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
    return found


def xml(file: ZipFile, part: str) -> etree._Element:
    text = file.open(part).read(LONGEST_TEXT)
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))

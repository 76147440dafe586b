"""Whether a workbook may be opened at all: one far cell would make its reader ask for all memory there is. Pure."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as BadDeflate

from intranet.kernel.formats import number
from intranet.kernel.workflow import Refused

Look = Callable[[str, bytes], None]  # the name of a part and some of its text

MEGABYTE = 1024 * 1024
LARGEST_FILE = 64 * MEGABYTE
LARGEST_INSIDE = 512 * MEGABYTE  # what the parts of a workbook take unpacked
MOST_ROWS = 250_000
MOST_COLUMNS = 100
CONTENT = "content.xml"  # the sheets of an .ods file
CHUNK, LONGEST_TEXT = MEGABYTE, 4 * MEGABYTE

DAMAGED = "Không đọc được tệp này. Hãy mở bằng Excel, lưu lại thành tệp .xlsx rồi tải lên."
TOO_LARGE = f"Tệp quá lớn. Hãy chia thành các tệp nhỏ hơn {LARGEST_FILE // MEGABYTE} MB."
TOO_LONG = f"Trang tính có hơn {number(MOST_ROWS)} dòng. Hãy chia thành nhiều tệp rồi nhập lần lượt."
TOO_WIDE = f"Trang tính có nội dung ngoài {MOST_COLUMNS} cột đầu. Hãy xóa các cột thừa, lưu lại rồi tải lên."

# A cell far to the right or far below, by the place its tag names; an empty one, which only carries a style, ends in /.
FAR = re.compile(rb'r=\s*["\'](?:([A-Za-z]{2,})([0-9]+)|([A-Za-z])([0-9]{6,}))["\']([^<>]*)>')
REPEATED_CELL = re.compile(rb'number-columns-repeated\s*=\s*["\']([0-9]{3,9})')
REPEATED_ROW = re.compile(rb'number-rows-repeated\s*=\s*["\']([0-9]{1,9})')
ROW, SHEET_END, FILLED = b"<table:table-row", b"</table:table>", b"value-type"


def check_size(data: bytes) -> None:
    if len(data) > LARGEST_FILE:
        raise Refused(TOO_LARGE)


def check_workbook(data: bytes, look: Look) -> None:
    """Refused where a zipped workbook would not fit into memory; `look` is shown each part while it is at hand."""
    try:
        with ZipFile(BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_INSIDE:
                raise Refused(TOO_LARGE)
            for part in parts.infolist():
                if part.filename.startswith("xl/worksheets/"):
                    check_sheet(parts, part, look)
                elif part.filename == CONTENT:
                    check_content(parts, part, look)
    except (BadZipFile, BadDeflate, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as fault:
        raise Refused(DAMAGED) from fault


def check_sheet(parts: ZipFile, part: ZipInfo, look: Look) -> None:
    """A sheet of an .xlsx file."""
    for text in chunks(parts, part):
        for match in FAR.finditer(text):
            if not text[match.start() - 1 : match.start()].isspace():
                continue
            check_place((match[1] or match[3]).decode(), int(match[2] or match[4]), match[5].endswith(b"/"))
        look(part.filename, text)


def chunks(parts: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    """The text of a part, some at a time; each begins with a tag, so that no tag is cut."""
    cut = b""
    with parts.open(part) as stream:
        while piece := stream.read(CHUNK):
            text = cut + piece
            end = max(text.rfind(b"<"), 0)
            if not end and len(text) > LONGEST_TEXT:
                raise Refused(DAMAGED)
            yield text[:end]
            cut = text[end:]
    yield cut


def check_place(letters: str, row: int, is_empty: bool) -> None:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    if column > MOST_COLUMNS and not is_empty:
        raise Refused(TOO_WIDE)
    if row > MOST_ROWS and not is_empty:
        raise Refused(TOO_LONG)


def check_content(parts: ZipFile, part: ZipInfo, look: Look) -> None:
    """The sheets of an .ods file, where one tag may stand for a million rows or cells."""
    rows = waiting = 0  # up to the last row with content, and below it
    for text in chunks(parts, part):
        check_repeated_cells(text)
        look(part.filename, text)
        for at, sheet in enumerate(text.split(SHEET_END)):
            if at:
                rows = waiting = 0
            last = sheet.rfind(FILLED)
            if last >= 0:
                rows, waiting = rows + waiting + rows_in(sheet[:last]), 0
            waiting += rows_in(sheet[max(last, 0) :])
            if rows > MOST_ROWS:
                raise Refused(TOO_LONG)


def rows_in(text: bytes) -> int:
    return text.count(ROW) + sum(map(int, REPEATED_ROW.findall(text)))


def check_repeated_cells(text: bytes) -> None:
    for match in REPEATED_CELL.finditer(text):
        tag = text[text.rfind(b"<", 0, match.start()) : text.find(b">", match.end())]
        if int(match[1]) > MOST_COLUMNS and FILLED in tag:
            raise Refused(TOO_WIDE)

"""The text of a file that somebody drops: plain text, Word, PDF."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath

import docx
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from werkzeug.datastructures import FileStorage

from intranet.kernel.workflow import Reason, Refused

LARGEST = 20 * 1024 * 1024
UNPACKED = 100 * 1024 * 1024  # bytes a Word file may unfold to
PAGES = 300
KINDS = "Hãy chọn tệp TXT, DOCX hoặc PDF."
BROKEN = "Không đọc được tệp này. Hãy mở tệp, lưu lại rồi thử lần nữa, hoặc dán nội dung vào ô bên dưới."
BROKEN_PDF = "Không đọc được tệp PDF này. Hãy mở tệp, lưu lại rồi thử lần nữa."
SCANNED = "Tệp PDF này là bản quét, không có chữ để đọc. Hãy dán nội dung vào ô bên dưới."


def text_of(upload: FileStorage) -> str:
    """What a file says, a paragraph a line, tabs between cells; Refused with what to do where it cannot be read."""
    content = upload.stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Refused(Reason("Tệp lớn hơn 20 MB. Hãy dán nội dung vào ô bên dưới.", "file"))
    reader = READERS.get(PurePath(upload.filename or "").suffix.lower())
    if reader is None:
        raise Refused(Reason(KINDS, "file"))
    text = reader(content)
    if not text.strip():
        raise Refused(Reason(SCANNED if reader is pdf_text else "Tệp này không có chữ nào.", "file"))
    return text


def plain_text(content: bytes) -> str:
    try:
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Reason("Tệp không phải văn bản UTF-8. Hãy lưu lại dạng UTF-8.", "file")) from None


def word_text(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > UNPACKED:
                raise Refused(Reason("Tệp Word này quá lớn. Hãy dán nội dung vào ô bên dưới.", "file"))
        document = docx.Document(io.BytesIO(content))
        return "\n".join(_lines(document))
    except Refused:
        raise
    except Exception:  # a damaged file fails anywhere inside the library
        raise Refused(Reason(BROKEN, "file")) from None


def _lines(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(" ".join(cell.text.split()) for cell in row.cells)


def pdf_text(content: bytes) -> str:
    return "\n".join(pdf_pages(content))


def pdf_pages(content: bytes) -> list[str]:
    """What each page says; nothing where it is a picture."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise Refused(Reason("Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi thử lại.", "file"))
        if len(reader.pages) > PAGES:
            raise Refused(Reason(f"Tệp PDF có hơn {PAGES} trang. Hãy tách bớt.", "file"))
        return [page.extract_text() for page in reader.pages]
    except Refused:
        raise
    except (PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError):
        raise Refused(Reason(BROKEN_PDF, "file")) from None


READERS = {".txt": plain_text, ".docx": word_text, ".pdf": pdf_text}

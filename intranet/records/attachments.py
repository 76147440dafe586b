"""Files: which are taken; how those of a record are kept and given out."""

import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from PIL import Image, UnidentifiedImageError
from werkzeug.datastructures import FileStorage

from intranet.accounts.models import User
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.forms import clean
from intranet.kernel.workflow import Reason, Refused
from intranet.records.models import Attachment, Record
from intranet.records.operations import note_down

LARGEST = 20 * 1024 * 1024
OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}


def attach(record: Record, upload: FileStorage, actor: User) -> Attachment:
    """Keep an uploaded file with a record that is still editable, or Refused with what to do."""
    if not record.is_editable:
        raise Refused("Chỉ thêm được tệp khi hồ sơ còn sửa được. Hãy đề nghị mở lại.")
    return attach_proof(record, [upload], actor)[0]


def attach_proof(record: Record, uploads: Sequence[FileStorage], actor: User) -> list[Attachment]:
    """Keep files that show what was done after a record was locked: all of them, or none and why."""
    return [keep(record, name, content, actor) for name, content in taken(uploads)]


def taken(uploads: Sequence[FileStorage]) -> list[tuple[str, bytes]]:
    """Name and content of each file; Refused with all that is wrong where one may not be kept."""
    files = [(file_name(upload), content_of(upload)) for upload in uploads]
    objections = [(name, objection(name, content)) for name, content in files]
    if any(reason for _, reason in objections):
        single = len(files) == 1
        raise Refused(*(Reason(why if single else f"“{name}”: {why}", "file") for name, why in objections if why))
    return files


def keep(record: Record, name: str, content: bytes, actor: User) -> Attachment:
    attachment = Attachment(record=record, **stored_form(name, content, actor))
    db.session.add(attachment)
    note_down(record, actor, "attach", f"Đã đính kèm tệp “{name}”")
    return attachment


def stored_form(name: str, content: bytes, actor: User) -> dict[str, Any]:
    """The columns by which any file that was taken is kept."""
    return {
        "name": name,
        "media_type": MEDIA_TYPES[ending(name)],
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": content,
        "added_by": actor,
        "added_at": now(),
    }


def remove(attachment: Attachment, actor: User) -> None:
    """Take a file off a record that is still editable."""
    record = attachment.record
    if not record.is_editable:
        raise Refused("Chỉ bỏ được tệp khi hồ sơ còn sửa được. Hãy đề nghị mở lại.")
    db.session.delete(attachment)
    note_down(record, actor, "detach", f"Đã bỏ tệp “{attachment.name}”")


def objection(name: str, content: bytes) -> str | None:
    """Why a file is not taken, as an instruction; None where it is."""
    if not name:
        return "Hãy chọn tệp cần đính kèm."
    if ending(name) not in MEDIA_TYPES:
        return "Chỉ nhận tệp PDF, DOCX, XLSX, JPG hoặc PNG. Hãy chuyển tệp sang một trong các dạng này."
    if len(content) > LARGEST:
        return "Tệp lớn hơn 20 MB. Hãy nén hoặc tách tệp rồi gửi lại."
    if not content:
        return "Tệp rỗng. Hãy kiểm tra lại tệp."
    if actual_type(content) != MEDIA_TYPES[ending(name)]:
        return f"Nội dung tệp không đúng với đuôi “{ending(name)}”. Hãy mở tệp, lưu lại đúng dạng rồi gửi lại."
    return None


def content_of(upload: FileStorage) -> bytes:
    """The file's bytes, or one more than are taken; the temporary file is given back at once."""
    with upload.stream as stream:
        return stream.read(LARGEST + 1)


def file_name(upload: FileStorage) -> str:
    """The file's own name, without the folders some browsers send."""
    return (clean(PurePath((upload.filename or "").replace("\\", "/")).name) or "")[-200:]


def ending(name: str) -> str:
    return PurePath(name).suffix.lower()


def actual_type(content: bytes) -> str | None:
    """The media type that the bytes themselves show; None where it is none of ours."""
    if content.startswith(b"%PDF-"):
        return MEDIA_TYPES[".pdf"]
    if content.startswith(b"PK"):
        return office_type(content)
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as image:
            return Image.MIME[image.format or ""]
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, KeyError):
        return None


def office_type(content: bytes) -> str | None:
    """DOCX or XLSX by the part every such file must have; macros are not taken."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if any(part.endswith("vbaProject.bin") for part in parts):
        return None
    if "word/document.xml" in parts:
        return MEDIA_TYPES[".docx"]
    return MEDIA_TYPES[".xlsx"] if "xl/workbook.xml" in parts else None

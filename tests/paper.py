"""Documents as a reader of the paper meets them: composed without the app, read back from the PDF."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader
from pypdf import PdfReader

from intranet.kernel import formats
from intranet.kernel.pdf import render_pdf

TEMPLATES = Path(__file__).parents[1] / "templates"
MM = 72 / 25.4


@dataclass(frozen=True)
class Run:
    """Some letters of a page: where they begin, in points from the lower left, and their size as printed."""

    text: str
    x: float
    y: float
    size: float
    font: str


def compose(template: str, **context: Any) -> str:
    """A printed page's HTML, by a plain environment: nothing of the app stands behind these templates."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    for name in ("date_text", "long_date", "moment", "padded"):
        environment.filters[name] = getattr(formats, name)
    return environment.get_template(template).render(**context)


def printed(template: str, **context: Any) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(compose(template, **context))))


def texts(pdf: PdfReader) -> list[str]:
    """Each page's text on one line."""
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def runs(page: Any) -> list[Run]:
    found: list[Run] = []

    def note(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        if text.strip():
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            found.append(Run(text.strip(), x, y, size * tm[3] * cm[3], str(font and font["/BaseFont"])))

    page.extract_text(visitor_text=note)
    return found


def fonts(pdf: PdfReader) -> dict[str, bool]:
    """Every font that any page names, and whether its letters are in the file."""
    named: dict[str, bool] = {}
    for page in pdf.pages:
        for reference in page["/Resources"]["/Font"].values():
            font = reference.get_object()
            named[font["/BaseFont"]] = "/FontFile2" in font.get("/FontDescriptor", {})
    return named


def an_office(**change: Any) -> SimpleNamespace:
    values = {
        "body_lines": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TAM THANH"],
        "superior": "",
        "centre": "Trung tâm Phục vụ hành chính công phường Tam Thanh",
        "place": "Tam Thanh",
        "addressee": "Ủy ban nhân dân tỉnh Lạng Sơn",
        "recipients": ["Văn phòng HĐND-UBND tỉnh", "Các phòng chuyên môn"],
        "signing_authority": "TM. ỦY BAN NHÂN DÂN",
        "signatory_post": "CHỦ TỊCH",
        "signatory_name": "Nguyễn Văn Mẫu",
        "archive": "VT, TTPVHCC",
    }
    return SimpleNamespace(**values | change)

"""HTML to PDF: one family of type, nothing fetched.

xhtml2pdf prints a box for every Vietnamese letter its own fonts lack, and
reports no error. So Tinos, which has them all and the widths of Times New
Roman, is the only family our documents name, and each face is embedded. What it lacks,
as an emoji, is printed as an empty box: it would else vanish, and nobody could tell.
"""

import logging
import re
import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames, registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus.tables import CellStyle
from xhtml2pdf import pisa
from xhtml2pdf.config.resources import ResourceAccessPolicy
from xhtml2pdf.default import DEFAULT_FONT

from intranet.kernel import page_breaks

FONTS = Path(__file__).parents[2] / "static" / "vendor" / "fonts"
FAMILY = "Tinos"
REGULAR, ITALIC, BOLD, BOLD_ITALIC = (f"{FAMILY}-{face}" for face in ("Regular", "Italic", "Bold", "BoldItalic"))
FACES = {REGULAR: (0, 0), ITALIC: (0, 1), BOLD: (1, 0), BOLD_ITALIC: (1, 1)}  # name -> bold, italic
PICTURE = "data:image/png;base64,"
BOX = "□"
# What has no shape of its own: it joins, varies or turns the letters beside it.
SHAPELESS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]+")
# Several signs that are seen as one: joined ones, and one in a colour of skin.
JOINED = re.compile("(?<=.)(?:\u200d.|[\U0001f3fb-\U0001f3ff])[\ufe0e\ufe0f]*")
NOTHING = ResourceAccessPolicy(allow_remote=False, base_dir=None)

_preparing = Lock()
logging.getLogger("xhtml2pdf").setLevel(logging.ERROR)


def render_pdf(html: str) -> bytes:
    """The document as a PDF 1.4 that carries its fonts; its title and language are those of the HTML.

    Threads may call it at once: xhtml2pdf itself composes one document at a time.
    Raises RuntimeError where the HTML is at fault, and where it asks for any file or address; only a picture
    that it carries itself is drawn.
    """
    prepare()
    pdf = BytesIO()
    outcome = pisa.CreatePDF(
        in_our_letters(html), dest=pdf, encoding="utf-8", link_callback=within, resource_policy=NOTHING
    )
    if outcome.err:
        raise RuntimeError(f"xhtml2pdf found {outcome.err} errors: {outcome.log}")
    return pdf.getvalue()


def prepare() -> None:
    """Teach ReportLab and xhtml2pdf the four faces and where pages end, once in a process."""
    with _preparing:
        if REGULAR in getRegisteredFontNames():
            return
        for name, (bold, italic) in FACES.items():
            registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
            addMapping(FAMILY, bold, italic, name)
        page_breaks.install()
        DEFAULT_FONT[FAMILY.lower()] = FAMILY
        rl_config.canvas_basefontname = CellStyle.fontname = REGULAR  # or pages and tables name Helvetica, unembedded


def in_our_letters(html: str) -> str:
    """The same with a plainer form, or else a box, for each sign that our faces lack."""
    lacking = {sign for sign in set(html) if not sign.isspace() and sign not in our_letters()}
    if not lacking:
        return html
    plain = {ord(sign): plainer(sign) for sign in lacking}
    return SHAPELESS.sub("", JOINED.sub("", html)).translate(plain)


def plainer(sign: str) -> str:
    """ﬁ as fi, ① as 1: what Unicode says it is made of, where we have that."""
    parts = unicodedata.normalize("NFKC", sign)
    return parts if parts and all(part in our_letters() for part in parts) else BOX


@cache
def our_letters() -> frozenset[str]:
    """The signs that each of the four faces has."""
    faces = (set(getFont(name).face.charToGlyph) for name in FACES)
    return frozenset(map(chr, set.intersection(*faces)))


def within(address: str, _base: str | None) -> str:
    """A picture the document carries itself; any other address in one is a mistake of ours, or an intrusion."""
    if str(address).startswith(PICTURE):
        return str(address)
    raise RuntimeError(f"A printed document may not load {str(address)[:120]!r}")

"""The address of a procedure's page on the national portal, and its QR code. Pure."""

from io import BytesIO
from urllib.parse import quote, urlsplit

import segno

from intranet.kernel.workflow import Reason, Refused

PLACE = "{code}"
DEFAULT = f"https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc={PLACE}"
LONGEST = 500

NOT_AN_ADDRESS = "Hãy nhập địa chỉ đầy đủ, bắt đầu bằng https:// hoặc http://."
NO_PLACE = f"Hãy ghi {PLACE} ở chỗ của mã TTHC trong địa chỉ."
PLACE_IN_NAME = f"Hãy đặt {PLACE} sau tên trang web, không nằm trong tên trang web."


def check(pattern: str) -> None:
    """Refuse what would lead nowhere, or to wherever a code says."""
    if not is_address(pattern):
        raise Refused(Reason(NOT_AN_ADDRESS, "pattern"))
    if PLACE not in pattern:
        raise Refused(Reason(NO_PLACE, "pattern"))
    if PLACE in urlsplit(pattern).netloc:
        raise Refused(Reason(PLACE_IN_NAME, "pattern"))


def is_address(pattern: str) -> bool:
    try:
        parts = urlsplit(pattern)
        host = parts.hostname
    except ValueError:
        return False
    is_plain = not any(letter.isspace() or letter in "\\\"'<>" for letter in pattern)
    return parts.scheme in ("http", "https") and bool(host) and is_plain


def address(pattern: str, code: str) -> str:
    return pattern.replace(PLACE, quote(code, safe=""))


def qr_svg(text: str) -> bytes:
    """For the screen: sharp at any size, black on white whatever the page's colours."""
    file = BytesIO()
    qr(text).save(file, kind="svg", scale=4, light="white", xmldecl=False, svgclass=None, lineclass=None)
    return file.getvalue()


def qr_png(text: str) -> str:
    """For paper: a picture the document carries itself, as a data address."""
    return str(qr(text).png_data_uri(scale=12))


def qr(text: str) -> segno.QRCode:
    return segno.make_qr(text, error="m")

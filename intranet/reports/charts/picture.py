"""A chart as a picture that pages, PDF and Word documents carry alike."""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from intranet.kernel.formats import number
from intranet.kernel.pdf import FONTS, PICTURE
from intranet.reports.charts.chart import Chart

WIDTH, MARGIN = 1800, 30  # pixels: 150 mm at 300 dots per inch
LABELS, VALUES = 520, 200  # width of the names on the left, of the numbers right of the bars
BAR, GAP = 44, 30  # height of a bar, space between groups
LETTERS = 40  # height of the letters: 10 points
INKS = ("#1f4e79", "#9ab8d3", "#cfcfcf")  # told apart in grey as well
TEXT, PAPER = "#000000", "#ffffff"


@lru_cache(maxsize=16)
def png(chart: Chart) -> bytes:
    """The chart with its caption and the names of its bars, as a PNG."""
    rows = sum(len(values) * BAR + GAP for _, values in chart.groups)
    height = 2 * MARGIN + 2 * (LETTERS + GAP) + rows
    picture = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.text((WIDTH / 2, MARGIN), chart.caption, TEXT, letters("Bold"), anchor="ma")
    top = MARGIN + LETTERS + GAP
    _legend(pen, chart, top)
    top += LETTERS + GAP
    most = max((value for _, values in chart.groups for value in values if value), default=1)
    for name, values in chart.groups:
        middle = top + len(values) * BAR / 2
        pen.text((LABELS - GAP / 2, middle), name, TEXT, letters(), anchor="rm")
        for place, value in enumerate(values):
            _bar(pen, top + place * BAR, value, most, INKS[place])
        top += len(values) * BAR + GAP
    packed = BytesIO()
    picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=32).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def address(chart: Chart) -> str:
    """The picture as the address of an image that needs no other file."""
    return PICTURE + b64encode(png(chart)).decode()


def _legend(pen: ImageDraw.ImageDraw, chart: Chart, top: int) -> None:
    left = float(LABELS)
    for name, ink in zip(chart.series, INKS, strict=False):
        pen.rectangle((left, top + 6, left + LETTERS - 8, top + LETTERS - 2), ink)
        pen.text((left + LETTERS + 4, top), name, TEXT, letters(), anchor="la")
        left += LETTERS + 4 + pen.textlength(name, letters()) + 2 * GAP


def _bar(pen: ImageDraw.ImageDraw, top: int, value: int | None, most: int, ink: str) -> None:
    if value is None:
        pen.text((LABELS + 8, top + BAR / 2), "chưa có", TEXT, letters(), anchor="lm")
        return
    length = (WIDTH - LABELS - VALUES) * value / most
    pen.rectangle((LABELS, top + 4, LABELS + max(length, 2), top + BAR - 4), ink)
    pen.text((LABELS + length + 12, top + BAR / 2), number(value), TEXT, letters(), anchor="lm")


@lru_cache(maxsize=4)
def letters(face: str = "Regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"Tinos-{face}.ttf"), LETTERS)

"""Dossiers as any system might write them: kind of file, spelling of days, words, order of columns, sheets, furniture.

A layout is drawn by chance and says in words what it is, so that a failing one can be read. What it holds is the same
as in the plain export of world_dossiers.py.
"""

import csv
import html
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

import xlsxwriter
from chance import Chance
from world_dossiers import Life, row

from intranet.dossiers.vocabulary import Channel, Status

MOMENTS: dict[str, Callable[[datetime], Any]] = {
    "dd/mm/yyyy hh:mm": lambda it: f"{it:%d/%m/%Y %H:%M}",
    "dd/mm/yyyy hh:mm:ss": lambda it: f"{it:%d/%m/%Y %H:%M:%S}",
    "dd-mm-yyyy hh:mm": lambda it: f"{it:%d-%m-%Y %H:%M}",
    "dd.mm.yyyy hh:mm": lambda it: f"{it:%d.%m.%Y %H:%M}",
    "d/m/yyyy, hh:mm": lambda it: f"{it.day}/{it.month}/{it.year}, {it:%H:%M}",
    "iso with a blank": lambda it: f"{it:%Y-%m-%d %H:%M:%S}",
    "iso with T": lambda it: f"{it:%Y-%m-%dT%H:%M:%S}",
    "iso with a fraction": lambda it: f"{it:%Y-%m-%d %H:%M:%S}.000",
    "iso with a zone": lambda it: f"{it:%Y-%m-%dT%H:%M:%S}+07:00",
    "time first": lambda it: f"{it:%H:%M %d/%m/%Y}",
    "08h00": lambda it: f"{it:%d/%m/%Y %Hh%M}",
    "SA and CH": lambda it: f"{it:%d/%m/%Y} {(it.hour - 1) % 12 + 1}:{it:%M} {'SA' if it.hour < 12 else 'CH'}",
    "words": lambda it: f"{it:%H:%M} ngày {it:%d} tháng {it:%m} năm {it:%Y}",
    "real": lambda it: it,
    "serial": lambda it: (it - datetime(1899, 12, 30)).total_seconds() / 86_400,
}
AS_CELLS = {"real", "serial"}  # these need a workbook
FILLERS = ("", "-", "NULL", "N/A", "01/01/0001", "01/01/1900")
HEADINGS = {
    "code": ("Mã hồ sơ", "Số hồ sơ", "MÃ SỐ HỒ SƠ"),
    "name": ("Tên TTHC", "Tên thủ tục hành chính", "Thủ tục"),
    "field": ("Lĩnh vực", "Nhóm lĩnh vực"),
    "channel": ("Hình thức tiếp nhận", "Kênh nộp", "Hình thức nộp hồ sơ"),
    "received": ("Ngày tiếp nhận", "Thời điểm tiếp nhận", "Ngày nhận hồ sơ"),
    "due": ("Ngày hẹn trả", "Hạn xử lý", "Ngày hẹn trả kết quả"),
    "paused": ("Ngày tạm dừng", "Thời điểm tạm dừng"),
    "finished": ("Ngày kết thúc", "Thời điểm hoàn thành", "Ngày kết thúc xử lý"),
    "status": ("Trạng thái", "Tình trạng xử lý", "Trạng thái hồ sơ"),
}
STATUSES = {
    Status.PENDING: ("Đang xử lý", "Đang giải quyết"),
    Status.PAUSED: ("Tạm dừng xử lý", "Yêu cầu bổ sung"),
    Status.RESOLVED: ("Đã trả kết quả", "Hoàn thành", "Đã giải quyết"),
    Status.REJECTED: ("Không đủ điều kiện", "Không đủ điều kiện giải quyết", "Trả lại hồ sơ"),
}
CHANNELS = {
    Channel.ONLINE: ("Trực tuyến", "Nộp trực tuyến", "Cổng DVC tỉnh"),
    Channel.DIRECT: ("Trực tiếp", "Nộp tại Bộ phận Một cửa"),
    Channel.POSTAL: ("Bưu chính công ích", "Dịch vụ BCCI"),
}
KINDS = ("xlsx", "csv ;", "csv ,", "csv tab", "csv utf-16", "csv cp1258", "html")
SEPARATORS = {"csv ;": ";", "csv ,": ",", "csv tab": "\t", "csv utf-16": "\t", "csv cp1258": ","}
ENCODINGS = {"csv utf-16": "utf-16", "csv cp1258": "cp1258"}
DATED = ("title", "name", "nowhere")
SHAPES = ("one list", "a sheet a month", "two lists in a sheet", "groups by field", "repeated head", "total below")

Row = list[Any]


@dataclass(frozen=True)
class ExportLayout:
    """One way to write a list of dossiers; every choice by its name."""

    kind: str
    moment: str
    filler: str
    dated: str
    shape: str
    columns: tuple[str, ...]
    headings: dict[str, str]
    statuses: dict[Status, str]
    channels: dict[Channel, str]
    is_numbered: bool
    is_merged: bool
    is_spelled_loosely: bool

    def __str__(self) -> str:
        return "; ".join(f"{it.name}: {getattr(self, it.name)}" for it in fields(self))

    @property
    def is_workbook(self) -> bool:
        return self.kind == "xlsx"


def layout_by(chance: Chance) -> ExportLayout:
    dice = chance.dice
    kind = dice.choice(KINDS)
    is_workbook = kind == "xlsx"
    shapes = SHAPES if is_workbook else [shape for shape in SHAPES if shape != "a sheet a month"]
    columns = list(HEADINGS)
    dice.shuffle(columns)
    return ExportLayout(
        kind=kind,
        moment=dice.choice([name for name in MOMENTS if is_workbook or name not in AS_CELLS]),
        filler=dice.choice(FILLERS),
        dated=dice.choice(DATED),
        shape=dice.choice(shapes),
        columns=tuple(columns),
        headings={name: dice.choice(words) for name, words in HEADINGS.items()},
        statuses={status: dice.choice(words) for status, words in STATUSES.items()},
        channels={channel: dice.choice(words) for channel, words in CHANNELS.items()},
        is_numbered=dice.random() < 0.5,
        is_merged=is_workbook and dice.random() < 0.2,
        is_spelled_loosely=dice.random() < 0.2,
    )


def written(layout: ExportLayout, all_lives: Sequence[Life], day: date) -> tuple[bytes, str]:
    """The file of a day in this layout, and its name."""
    told = [one for one in all_lives if one.received_at.date() <= day]
    sheets = sheets_of(layout, told, day)
    name = f"ho-so-{day:%Y%m%d}" if layout.dated == "name" else "danh sach ho so"
    if layout.is_workbook:
        return workbook(layout, sheets), f"{name}.xlsx"
    (rows,) = sheets.values()
    if layout.kind == "html":
        return web_page(rows), f"{name}.xls"
    return delimited(layout, rows), f"{name}.csv"


def sheets_of(layout: ExportLayout, told: Sequence[Life], day: date) -> dict[str, list[Row]]:
    title = [[f"Ngày kết xuất: {day:%d/%m/%Y}"]] if layout.dated == "title" else []
    above = [["DANH SÁCH HỒ SƠ"], *title, []]
    head = heading_row(layout)
    rows = [cells(layout, number, one, day) for number, one in enumerate(told, 1)]
    half = len(rows) // 2
    if layout.shape == "a sheet a month":
        months: dict[str, list[Row]] = {}
        for one, cells_of_one in zip(told, rows, strict=True):
            months.setdefault(f"Tháng {one.received_at:%m-%Y}", []).append(cells_of_one)
        return {name: [*above, head, *some] for name, some in months.items()} or {"Hồ sơ": [*above, head]}
    if layout.shape == "two lists in a sheet":
        body = [head, *rows[:half], [], ["Danh sách tiếp theo"], head, *rows[half:]]
    elif layout.shape == "groups by field":
        body = [head, *grouped(told, rows)]
    elif layout.shape == "repeated head":
        body = [head, *rows[:half], head, *rows[half:]]
    elif layout.shape == "total below":
        body = [head, *rows, ["Tổng cộng:", len(rows)], [], ["Người lập biểu"]]
    else:
        body = [head, *rows]
    return {"Hồ sơ": [*above, *body]}


def heading_row(layout: ExportLayout) -> Row:
    own = [layout.headings[name] for name in layout.columns]
    return ["STT", *own] if layout.is_numbered else own


def grouped(told: Sequence[Life], rows: Sequence[Row]) -> list[Row]:
    names = dict.fromkeys(one.field for one in told)
    found: list[Row] = []
    for name in names:
        found.append([f"Lĩnh vực: {name}" if name else "Các hồ sơ khác"])
        found += [it for one, it in zip(told, rows, strict=True) if one.field == name]
    return found


def cells(layout: ExportLayout, number: int, one: Life, day: date) -> Row:
    plain = row(one, day)
    moments = (one.received_at, one.due_at, one.paused_at, one.finished_at)
    stated = [it if text else None for it, text in zip(moments, plain[4:8], strict=True)]
    received, due, paused, finished = (moment(layout, it) for it in stated)
    values = {
        "code": loosely(one.code, number) if layout.is_spelled_loosely else one.code,
        "name": plain[1],
        "field": one.field,
        "channel": layout.channels[one.channel],
        "received": received,
        "due": due,
        "paused": paused,
        "finished": finished,
        "status": layout.statuses[one.status_on(day)],
    }
    own = [values[name] for name in layout.columns]
    return [number, *own] if layout.is_numbered else own


def loosely(code: str, number: int) -> str:
    """The same code in another spelling."""
    return (code.lower(), code.replace("-", "–"), f" {code} ")[number % 3]


def moment(layout: ExportLayout, it: datetime | None) -> Any:
    return MOMENTS[layout.moment](it) if it else layout.filler


def workbook(layout: ExportLayout, sheets: dict[str, list[Row]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy hh:mm"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, values in enumerate(rows):
                for place, value in enumerate(values):
                    if value != "":
                        sheet.write(at, place, value)
            if layout.is_merged:
                merge_fields(sheet, rows, heading_row(layout).index(layout.headings["field"]))
    return file.getvalue()


def merge_fields(sheet: Any, rows: Sequence[Row], place: int) -> None:
    """One cell for each run of dossiers of one field, as people merge them."""
    begin = 0
    for at in range(1, len(rows) + 1):
        value = field_at(rows, begin, place)
        if at < len(rows) and value and field_at(rows, at, place) == value:
            continue
        if value and at - begin > 1:
            sheet.merge_range(begin, place, at - 1, place, value)
        begin = at


def field_at(rows: Sequence[Row], at: int, place: int) -> str:
    return rows[at][place] if len(rows[at]) > place else ""


def web_page(rows: Sequence[Row]) -> bytes:
    lines = "".join(f"<tr>{''.join(f'<td>{html.escape(str(it))}</td>' for it in cells)}</tr>" for cells in rows)
    return f'<html><head><meta charset="utf-8"></head><body><table>{lines}</table></body></html>'.encode()


def delimited(layout: ExportLayout, rows: Sequence[Row]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=SEPARATORS[layout.kind]).writerows(rows)
    text = file.getvalue()
    if layout.kind == "csv cp1258":
        return decomposed(text).encode("cp1258")
    return text.encode(ENCODINGS.get(layout.kind, "utf-8-sig"))


def decomposed(text: str) -> str:
    """As Windows writes Vietnamese in its code page: the tone by itself, behind its letter."""
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    found = []
    for letter in unicodedata.normalize("NFD", text):
        if found and unicodedata.combining(letter) and letter not in tones:
            # The circumflex, breve or horn belongs to its letter, before any tone.
            tone = found.pop() if found[-1] in tones else ""
            found[-1] = unicodedata.normalize("NFC", found[-1] + letter)
            found += [tone] if tone else []
        else:
            found.append(letter)
    return "".join(found)

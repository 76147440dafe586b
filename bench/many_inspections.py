"""A database of the product with 100,000 inspections in it, made in bulk, the same every time."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from flask_migrate import upgrade

from intranet.accounts.models import Office
from intranet.application import create_app
from intranet.kernel.search import sort_key, words

COUNT, ITEMS = 100_000, 25
UNITS = (
    "Trung tâm Phục vụ hành chính công",
    "Văn phòng HĐND và UBND",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Văn hóa - Xã hội",
    "Bộ phận Tư pháp - Hộ tịch",
    "Bộ phận Đất đai",
    "Bộ phận Xây dựng",
    "Bộ phận Lao động",
    "Bộ phận Giáo dục",
    "Trạm Y tế",
    "Ban Chỉ huy Quân sự",
    "Công an phường",
    "Đội Quản lý trật tự",
    "Đoàn Thanh niên",
    "Ủy ban Mặt trận Tổ quốc",
)
SUBJECTS = (
    "việc tiếp nhận và trả kết quả",
    "việc niêm yết công khai thủ tục hành chính",
    "việc giải quyết hồ sơ đất đai",
    "việc giải quyết hồ sơ hộ tịch",
    "việc thu phí, lệ phí",
    "việc số hóa hồ sơ, kết quả giải quyết",
    "việc xin lỗi và hẹn lại ngày trả",
    "việc sử dụng chữ ký số",
    "việc thanh toán trực tuyến",
)
OCCASIONS = ("quý I", "quý II", "quý III", "quý IV", "theo phản ánh", "sau sáp nhập", "theo chuyên đề", "theo kế hoạch")
LEADERS = ("Nguyễn Văn Bình", "Trần Thị Hoa", "Lê Quang Dũng", "Phạm Thu Hà", "Hoàng Minh Đức")
KINDS = ("periodic", "ad_hoc", "self_check")
FIRST_DAY, DAYS = date(2016, 1, 1), 3650
CONTROLLER, DIRECTOR, OFFICER = 16, 17, 3
MADE_AT = "2026-01-05 01:00:00"


def make(path: Path, count: int = COUNT) -> None:
    """Create the database at `path`. User 17 is the director, 16 the controller, 1 to 15 officers of unit 1 to 15."""
    app = create_app(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{path}")
    with app.app_context():
        upgrade()
    with closing(sqlite3.connect(path)) as connection, connection:
        for key, name in enumerate(UNITS, 1):
            insert(connection, "units", unit(key, name))
            insert(connection, "users", user(key, "officer", key))
        insert(connection, "office", office())
        insert(connection, "users", user(CONTROLLER, "controller", 1))
        insert(connection, "users", user(DIRECTOR, "director", 1))
        connection.executemany(statement("inspection_items", tuple(item(1, 1))), every_item(count))
        chance = random.Random(2026)
        for key in range(1, count + 1):
            record, inspection = an_inspection(key, chance)
            insert(connection, "records", record)
            insert(connection, "inspections", inspection)
            if chance.random() < 0.4:
                insert(connection, "findings", finding(key, inspection, chance))


# What a Django or Flask-Admin project would hold the same in: one table, an index for each thing asked of it.
PLAIN = """
ATTACH '{source}' AS ours;
CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE inspection (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, search TEXT NOT NULL, state TEXT NOT NULL, occurs_on DATE NOT NULL,
    kind TEXT NOT NULL, unit_id INTEGER NOT NULL REFERENCES unit (id), started_on DATE NOT NULL, ended_on DATE
);
CREATE TABLE finding (
    id INTEGER PRIMARY KEY, inspection_id INTEGER NOT NULL REFERENCES inspection (id), state TEXT NOT NULL
);
INSERT INTO unit SELECT id, name FROM ours.units;
INSERT INTO inspection
    SELECT id, title, search, state, occurs_on, inspection_kind, inspected_unit_id, started_on, ended_on
    FROM ours.records JOIN ours.inspections USING (id);
INSERT INTO finding SELECT id, inspection_id, state FROM ours.findings;
CREATE INDEX inspection_occurs_on ON inspection (occurs_on, id);
CREATE INDEX inspection_title ON inspection (title, id);
CREATE INDEX inspection_unit ON inspection (unit_id, occurs_on);
CREATE INDEX finding_inspection ON finding (inspection_id);
ANALYZE;
"""


def copy_plainly(source: Path, path: Path) -> None:
    """The same inspections in the database at `path`, as another product would hold them."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(PLAIN.format(source=source))


def office() -> dict[str, object]:
    other = {"id": 1, "kind": "ward", "is_sample": 0, "version": 1}
    texts = (column.key for column in Office.__table__.columns if column.key not in other)
    return other | dict.fromkeys(texts, "Cơ quan")


def insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    connection.execute(statement(table, tuple(row)), tuple(row.values()))


@cache
def statement(table: str, names: tuple[str, ...]) -> str:
    columns = ", ".join(map('"{}"'.format, names))
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(names))})"


def unit(key: int, name: str) -> dict[str, object]:
    return {"id": key, "code": f"U{key}", "name": name, "sort_key": sort_key(name), "is_active": 1, "version": 1}


def user(key: int, role: str, unit: int) -> dict[str, object]:
    name = {"id": key, "username": f"user{key}", "full_name": f"Người dùng {key}", "role": role, "unit_id": unit}
    return name | {"password_hash": "", "session_version": 1, "is_active": 1, "is_sample": 0, "version": 1}


def an_inspection(key: int, chance: random.Random) -> tuple[dict[str, object], dict[str, object]]:
    """Nearly all approved; one in 5,000 a second one, the rare word of the measurements."""
    day = FIRST_DAY + timedelta(chance.randrange(DAYS))
    unit, author, subject = chance.randrange(1, 16), chance.choice((CONTROLLER, None)), chance.choice(SUBJECTS)
    state = chance.choices(("approved", "submitted", "returned", "draft"), (994, 2, 2, 2))[0]
    again = " lần hai" if key % 5000 == 0 else ""
    title = f"Kiểm tra {subject} {chance.choice(OCCASIONS)} năm {day.year}{again}"
    basis, leader = f"Kế hoạch số {key % 300}/KH-UBND", chance.choice(LEADERS)
    is_approved = state == "approved"
    record = {
        "id": key,
        "kind": "inspection",
        "title": title,
        "sort_key": sort_key(title),
        "search": " ".join(words(f"{title} {subject} {basis} {UNITS[unit - 1]} {leader}")),
        "state": state,
        "occurs_on": day.isoformat(),
        "unit_id": 1 if author else unit,
        "author_id": author or unit,
        "created_at": MADE_AT,
        "approved_by_id": DIRECTOR if is_approved else None,
        "approved_at": MADE_AT if is_approved else None,
        "version": 1,
    }
    inspection = {
        "id": key,
        "inspection_kind": chance.choice(KINDS),
        "method": "on_site",
        "theme": subject,
        "basis": basis,
        "inspected_unit_id": unit,
        "leader": leader,
        "secretary": "Vũ Thị Lan",
        "started_on": (day - timedelta(2)).isoformat(),
        "ended_on": day.isoformat(),
    }
    return record, inspection | dict.fromkeys(("members", "representatives", "place", "conclusion"), "")


def every_item(count: int) -> Iterator[tuple[object, ...]]:
    return (tuple(item(key, at).values()) for key in range(1, count + 1) for at in range(1, ITEMS + 1))


def item(key: int, position: int) -> dict[str, object]:
    """Of the inspection `key`: passed, with nothing else said."""
    number = {"id": (key - 1) * ITEMS + position, "inspection_id": key, "position": position}
    answer = {"text": "Niêm yết đủ các thủ tục đang áp dụng tại nơi tiếp nhận", "result": "passed"}
    return number | answer | {"basis": "", "shown_by": "", "to_confirm": 0, "note": "", "samples": "", "version": 1}


def finding(key: int, inspection: dict[str, object], chance: random.Random) -> dict[str, object]:
    """At the last item; nearly always mended, nearly always by the unit that was inspected."""
    to_mend = inspection["inspected_unit_id"] if chance.random() < 0.95 else chance.randrange(1, 16)
    return {
        "item_id": key * ITEMS,
        "inspection_id": key,
        "text": "Bảng niêm yết thiếu hai thủ tục",
        "severity": "minor",
        "basis": "",
        "responsible_unit_id": to_mend,
        "remedy": "Niêm yết bổ sung",
        "due_on": (date.fromisoformat(str(inspection["ended_on"])) + timedelta(45)).isoformat(),
        "state": "verified" if chance.random() < 0.99 else "open",
    }

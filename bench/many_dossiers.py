"""An export of 100,000 dossiers, and databases of many more, made in bulk, the same every time."""

import random
import sqlite3
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import xlsxwriter
from flask_migrate import upgrade

from bench.many_inspections import UNITS, insert, office, unit, user
from intranet.application import create_app
from intranet.dossiers.models import DatedBy, ImportBatch, Source, Stage
from intranet.dossiers.states import ends_between
from intranet.kernel.clock import VIETNAM
from intranet.kernel.db import db

CONTROLLER, OFFICER = 16, 3
FIELDS = ("Hộ tịch", "Chứng thực", "Đất đai", "Y tế", "Xây dựng", "Văn hóa", "Giáo dục", "Môi trường")
SLUGS = ("ho-tich", "chung-thuc", "dat-dai", "y-te", "xay-dung", "van-hoa", "giao-duc", "moi-truong")
HEADINGS = (
    *("Mã hồ sơ", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Chủ hồ sơ", "Hình thức tiếp nhận"),
    *("Ngày tiếp nhận", "Ngày hẹn trả", "Ngày kết thúc", "Trạng thái"),
)
FIRST, LAST, EXPORTED = datetime(2021, 1, 4, 7, 30), datetime(2026, 3, 13, 17), datetime(2026, 3, 18)
MINUTES = int((LAST - FIRST).total_seconds() // 60)
COLUMNS = (
    *("code", "procedure_code", "procedure_name", "field", "unit_id", "applicant", "channel", "status"),
    *("received_at", "due_at", "paused_at", "finished_at", "received_on", "due_on", "paused_on", "finished_on"),
    *("source_id", "exported_on"),
)


def dossiers(count: int) -> Iterator[tuple[int, datetime, datetime, datetime | None]]:
    """A number, and when it came, was due and ended: one in eighty late, those of the last days still open."""
    chance = random.Random(2026)
    for number in range(count):
        came = FIRST + timedelta(minutes=chance.randrange(MINUTES))
        due = came.replace(hour=17, minute=0) + timedelta(days=chance.randrange(1, 20))
        late = timedelta(days=3) if chance.random() < 1 / 80 else -timedelta(minutes=chance.randrange(600))
        ended = max(came, due + late)
        yield number, came, due, ended if ended < EXPORTED else None


def write_export(path: Path, count: int, without: int = 0, day: str = "18/03/2026") -> None:
    """As a system exports them: moments as text, every tenth paid for at the counter; `without` the first so many."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.write_row(0, 0, [f"Ngày kết xuất: {day}"])
        sheet.write_row(1, 0, HEADINGS)
        for line, (number, came, due, ended) in enumerate(islice(dossiers(count + without), without, None), 2):
            procedure = (f"000.00.14.H37-{number:06}", f"1.{number % 400:06}", f"Thủ tục số {number % 400}")
            rest = (FIELDS[number % 8], f"Công dân {number}", "Trực tiếp" if number % 10 == 0 else "Trực tuyến")
            told = (f"{came:%d/%m/%Y %H:%M}", f"{due:%d/%m/%Y}", f"{ended:%d/%m/%Y %H:%M}" if ended else "")
            sheet.write_row(line, 0, [*procedure, *rest, *told, "Đã trả kết quả" if ended else "Đang xử lý"])


def empty_database(path: Path) -> None:
    """The product's tables with an office, a controller, user 16, and an officer of unit 3, user 3."""
    app = create_app(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{path}")
    with app.app_context():
        upgrade()
    with closing(sqlite3.connect(path)) as connection, connection:
        for key, name in enumerate(UNITS, 1):
            insert(connection, "units", unit(key, name))
        insert(connection, "office", office())
        insert(connection, "users", user(CONTROLLER, "controller", 1))
        insert(connection, "users", user(OFFICER, "officer", 3))


def fill(path: Path, count: int) -> None:
    """A database that holds so many dossiers of one system, complete for the first quarter of 2026."""
    empty_database(path)
    tell_of_export(path)
    marks = ", ".join("?" * len(COLUMNS))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA cache_size = -500000")
        rows = (stored(*told) for told in sorted(dossiers(count), key=itemgetter(1)))
        with indexed_afterwards(connection):
            connection.executemany(f"INSERT INTO dossiers ({', '.join(COLUMNS)}) VALUES ({marks})", rows)
        states = (state for told in dossiers(count) for state in states_of(*told))
        names = "code, ends_on, is_paused, due_at, due_on"
        connection.executemany(f"INSERT INTO dossier_states ({names}) VALUES (?, ?, 0, ?, ?)", states)


@contextmanager
def indexed_afterwards(connection: sqlite3.Connection) -> Iterator[None]:
    """Without the indexes of dossiers while a million are inserted; what the planner is told of them stays told."""
    of_dossiers = "FROM sqlite_master WHERE tbl_name = 'dossiers' AND type IN ('index', 'trigger') AND sql IS NOT NULL"
    statistics = connection.execute("SELECT tbl, idx, stat FROM sqlite_stat1").fetchall()
    made = connection.execute(f"SELECT type, name, sql {of_dossiers}").fetchall()
    for kind, name, _ in made:
        connection.execute(f"DROP {kind} {name}")
    yield
    for _, _, sql in made:
        connection.execute(sql)
    connection.execute("INSERT INTO dossier_codes (dossier_codes) VALUES ('rebuild')")
    connection.execute("DELETE FROM sqlite_stat1")
    connection.executemany("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)", statistics)


def tell_of_export(path: Path) -> None:
    """A system, whose exports tell all of the quarter, and its one export."""
    at = EXPORTED.replace(tzinfo=VIETNAM)
    app = create_app(SECRET_KEY="bench", SQLALCHEMY_DATABASE_URI=f"sqlite:///{path}")
    with app.app_context():
        source = Source(name="Hệ thống", covers_from=FIRST.date())
        moments = {"touched_at": at, "imported_at": at, "published_at": at}
        of_file = {"file_name": "a.xlsx", "sha256": "", "exported_on": at.date(), "dated_by": DatedBy.TITLE}
        db.session.add(ImportBatch(source=source, stage=Stage.PUBLISHED, **of_file, **moments))
        db.session.commit()


ENDS = list(ends_between(FIRST.date(), EXPORTED.date()))


def states_of(number: int, came: datetime, due: datetime, ended: datetime | None) -> Iterator[tuple[Any, ...]]:
    """How it stood at each end of a quarter at which it was open, as the first export after that told."""
    for end in ENDS[bisect_left(ENDS, came.date()) : bisect_left(ENDS, (ended or EXPORTED).date())]:
        yield f"000.00.14.H37-{number:07}", end.isoformat(), in_utc(due), due.date().isoformat()


def stored(number: int, came: datetime, due: datetime, ended: datetime | None) -> tuple[Any, ...]:
    procedure = (f"000.00.14.H37-{number:07}", f"1.{number % 400:06}", f"Thủ tục số {number % 400}")
    rest = (SLUGS[number % 8], number % 15 + 1, "", "direct" if number % 10 == 0 else "online")
    status = "pending" if ended is None else "rejected" if number % 40 == 0 else "resolved"
    moments = (in_utc(came), in_utc(due), None, in_utc(ended))
    days = (came.date().isoformat(), due.date().isoformat(), None, ended.date().isoformat() if ended else None)
    return (*procedure, *rest, status, *moments, *days, 1, "2026-03-18")


def in_utc(moment: datetime | None) -> str | None:
    return f"{moment - timedelta(hours=7):%Y-%m-%d %H:%M:%S.%f}" if moment else None

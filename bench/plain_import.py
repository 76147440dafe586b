"""The same export imported the obvious way: openpyxl, strptime, the ORM's bulk insert. No preview, no row errors.

Run as `python -m bench.plain_import FILE DATABASE`; prints JSON: seconds, and peak memory in MB.
"""

import json
import resource
import sys
import time
from datetime import datetime
from typing import Any

import openpyxl
from sqlalchemy import String, create_engine, insert
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class Dossier(Base):
    __tablename__ = "dossiers"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String, unique=True)
    procedure_code: Mapped[str] = mapped_column(index=True)
    procedure_name: Mapped[str]
    field: Mapped[str] = mapped_column(index=True)
    channel: Mapped[str]
    received_at: Mapped[datetime] = mapped_column(index=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    finished_at: Mapped[datetime | None] = mapped_column(index=True)
    status: Mapped[str] = mapped_column(index=True)


def run(path: str, database: str) -> None:
    begin = time.perf_counter()
    engine = create_engine(f"sqlite:///{database}")
    Base.metadata.create_all(engine)
    sheet = openpyxl.load_workbook(path, read_only=True).active
    with Session(engine) as session:
        session.execute(insert(Dossier), [dossier(row) for row in sheet.iter_rows(min_row=3, values_only=True)])
        session.commit()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": time.perf_counter() - begin, "memory": memory}))


def dossier(row: tuple[str | None, ...]) -> dict[str, Any]:
    code, procedure_code, procedure_name, field, _, channel, received, due, finished, status = row
    return {
        "code": code,
        "procedure_code": procedure_code,
        "procedure_name": procedure_name,
        "field": field,
        "channel": channel,
        "received_at": datetime.strptime(str(received), "%d/%m/%Y %H:%M"),
        "due_at": datetime.strptime(str(due), "%d/%m/%Y"),
        "finished_at": datetime.strptime(finished, "%d/%m/%Y %H:%M") if finished else None,
        "status": status,
    }


run(*sys.argv[1:])

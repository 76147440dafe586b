"""The sample ward and quarter, made through the verbs of the office alone; the caller commits."""

from sqlalchemy import exists, select

from intranet.accounts.models import Unit, User
from intranet.demo import (
    catalogue,
    documents,
    dossiers,
    figures,
    inspections,
    legal_texts,
    overdue,
    people,
    procedures,
    proposals,
    report,
    trainings,
)
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.records.models import Record

PERIOD = Period.parse("2026-Q1")
REGISTERS = (legal_texts, documents, trainings, procedures, proposals, catalogue, dossiers, overdue)


def is_empty() -> bool:
    """Whether nobody has worked with this database yet."""
    return not any(db.session.scalar(select(exists(select(model.id)))) for model in (User, Unit, Record))


def load() -> None:
    units, accounts = people.settle()
    inspections.carry_out(units, accounts)
    for register in REGISTERS:
        register.record(units, accounts)
    figures.enter(PERIOD, accounts["kiem-soat"])
    report.write(PERIOD, accounts["kiem-soat"])

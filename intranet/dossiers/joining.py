"""One dossier that two systems number in two shapes of the same code: H37.14-260105-0001, 000.00.14.H37-260105-0001."""

from typing import Any

from sqlalchemy import func, select, update

from intranet.dossiers.codes import other_shapes
from intranet.dossiers.models import Dossier, ImportBatch, SourceRow
from intranet.kernel.db import db

ROWS, DOSSIERS = SourceRow.__table__, Dossier.__table__.c
REST = "-000000-0000"  # what stands behind the office: the day, and the number of that day


def join_spellings(batch: ImportBatch) -> None:
    """Let the rows of a batch tell of the dossiers that are known by another shape of their code.

    Sure is only what was received in the same minute: two systems may number by themselves.
    """
    prefix = func.substr(ROWS.c.code, 1, func.length(ROWS.c.code) - len(REST))
    of_batch = select(prefix).where(ROWS.c.batch_id == batch.id, func.length(ROWS.c.code) > len(REST)).distinct()
    for office in db.session.scalars(of_batch).all():
        for other in other_shapes(office):
            if is_known(other):
                join(batch, office, other)


def is_known(office: str) -> bool:
    """Whether any dossier has a code of an office in this shape."""
    return db.session.scalar(select(DOSSIERS.id).where(*are_of(DOSSIERS.code, office)).limit(1)) is not None


def are_of(code: Any, office: str) -> tuple[Any, Any]:
    """As a range, which an index answers: "." is the letter behind "-"."""
    return code >= f"{office}-", code < f"{office}."


def join(batch: ImportBatch, office: str, other: str) -> None:
    in_other_shape = other + func.substr(ROWS.c.code, len(office) + 1)
    same = select(DOSSIERS.id).where(DOSSIERS.code == in_other_shape, DOSSIERS.received_at == ROWS.c.received_at)
    twins = ROWS.alias("twins")
    twin = select(twins.c.id).where(twins.c.batch_id == batch.id, twins.c.code == in_other_shape)
    joined = update(ROWS).where(ROWS.c.batch_id == batch.id, *are_of(ROWS.c.code, office))
    db.session.execute(joined.where(same.exists(), ~twin.exists()).values(code=in_other_shape))

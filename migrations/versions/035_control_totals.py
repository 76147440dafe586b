"""control totals of imports, what they reopen, and codes of dossiers in the one form in which they are compared"""

import re
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "035"
down_revision = "034"

OF_CASES = "ix_overdue_cases_dossier_code"
DASHES = re.compile("[‐‑‒–—―−﹣－]")
DIGIT = re.compile("[0-9]")
ROWS = sa.table("source_rows", sa.column("id"), sa.column("batch_id"), sa.column("code"))
STATES = sa.table("dossier_states", sa.column("code"), sa.column("ends_on"))
CASES = sa.table("overdue_cases", sa.column("id"), sa.column("code"), sa.column("dossier_code"))
DOSSIERS = sa.table(
    "dossiers",
    *(sa.column(name) for name in ("id", "code", "finished_at", "exported_on")),
)


def upgrade() -> None:
    """Of dossiers that only their spelling told apart, the one that goes before the other stays, as in publishing."""
    op.add_column("import_batches", sa.Column("reopened", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("import_batches", sa.Column("compared", sa.JSON(), nullable=False, server_default="{}"))
    change = changed(DOSSIERS) | changed(ROWS) | changed(STATES)
    for old, new in change.items():
        respell(ROWS, old, new, twin=ROWS.c.batch_id)
        respell(STATES, old, new, twin=STATES.c.ends_on)
        respell_dossier(old, new)
    note_codes_of_cases()


def note_codes_of_cases() -> None:
    """Beside what was written, which stays as it was approved, what the dossier is known by."""
    op.add_column("overdue_cases", sa.Column("dossier_code", sa.String(), nullable=False, server_default=""))
    op.execute(sa.update(CASES).values(dossier_code=CASES.c.code))
    for old, new in changed(CASES).items():
        op.execute(sa.update(CASES).where(CASES.c.code == old).values(dossier_code=new))
    op.create_index(OF_CASES, "overdue_cases", ["dossier_code"])


def downgrade() -> None:
    op.drop_index(OF_CASES, "overdue_cases")
    op.drop_column("overdue_cases", "dossier_code")
    op.drop_column("import_batches", "compared")
    op.drop_column("import_batches", "reopened")


def changed(table: Any) -> dict[str, str]:
    """The codes of a table that are not in the form compared, and that form."""
    codes = op.get_bind().scalars(sa.select(table.c.code).distinct())
    return {code: spelling for code in codes if (spelling := compared(code)) != code and spelling}


def compared(code: str) -> str:
    if not DIGIT.search(code):
        return code
    return DASHES.sub("-", code).replace(" ", "").upper().strip(".")


def respell(table: Any, old: str, new: str, twin: Any) -> None:
    """Give the rows of a code its new spelling, but those beside which one with that spelling stands already."""
    other = table.alias("other")
    is_twin = (other.c.code == new, other.c[twin.name] == twin)
    has_twin = sa.select(sa.literal(1)).select_from(other).where(*is_twin).correlate(table).exists()
    op.execute(sa.update(table).where(table.c.code == old, ~has_twin).values(code=new))
    op.execute(sa.delete(table).where(table.c.code == old))


def respell_dossier(old: str, new: str) -> None:
    """What has ended goes before what has not, then the newer export."""
    both = sa.select(DOSSIERS.c.id).where(DOSSIERS.c.code.in_((old, new)))
    order = (DOSSIERS.c.finished_at.is_(None), DOSSIERS.c.exported_on.desc(), DOSSIERS.c.id)
    ids = list(op.get_bind().scalars(both.order_by(*order)))
    if len(ids) > 1:
        op.execute(sa.delete(DOSSIERS).where(DOSSIERS.c.id.in_(ids[1:])))
    op.execute(sa.update(DOSSIERS).where(DOSSIERS.c.id.in_(ids[:1])).values(code=new))

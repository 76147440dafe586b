"""law of 2026: what the register of legal texts told wrong or not at all

Only rows that nobody checked or changed are mended, and only a text that is missing is added.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "027"
down_revision = "026"

LAW = json.loads((Path(__file__).parents[1] / "data" / "law_2026.json").read_text(encoding="utf-8"))
REFERENCES = sa.table(
    "legal_references",
    *(sa.column(name, sa.String) for name in ("kind", "number", "issuer", "summary", "replaced_by")),
    *(sa.column(name, sa.Date) for name in ("issued_on", "in_force_from", "in_force_to")),
    sa.column("is_checked", sa.Boolean),
    sa.column("version", sa.Integer),
)
AS_SEEDED = sa.and_(REFERENCES.c.is_checked.is_(False), REFERENCES.c.version == 1)


def upgrade() -> None:
    connection = op.get_bind()
    for number, change in LAW["changed"].items():
        mended = sa.update(REFERENCES).where(REFERENCES.c.number == number, AS_SEEDED)
        connection.execute(mended.values(**with_days(change)))
    connection.execute(sa.delete(REFERENCES).where(REFERENCES.c.number.in_(LAW["gone"]), AS_SEEDED))
    known = set(connection.scalars(sa.select(REFERENCES.c.number)))
    new = [with_days(one) for one in LAW["new"] if one["number"] not in known]
    if new:
        op.bulk_insert(REFERENCES, [one | {"replaced_by": "", "is_checked": False, "version": 1} for one in new])


def with_days(told: dict[str, Any]) -> dict[str, Any]:
    """The same, its days as dates."""
    days = ("issued_on", "in_force_from", "in_force_to")
    return {name: date.fromisoformat(value) if name in days and value else value for name, value in told.items()}


def downgrade() -> None:
    """What was wrong is not made wrong again."""

"""law told in full: titles as the texts bear them, and texts of 2025 and 2026 that were missing

Only rows that nobody checked or changed are mended, and only a text that is missing is added. What a province or a
ward decided is no longer sown; where it was, it stays, for its reports may cite it.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "030"
down_revision = "029"

LAW = json.loads((Path(__file__).parents[1] / "data" / "law_told_in_full.json").read_text(encoding="utf-8"))
DAYS = ("issued_on", "in_force_from")
REFERENCES = sa.table(
    "legal_references",
    *(sa.column(name, sa.String) for name in ("kind", "number", "issuer", "summary", "replaced_by")),
    *(sa.column(name, sa.Date) for name in DAYS),
    sa.column("is_checked", sa.Boolean),
    sa.column("version", sa.Integer),
)
AS_SOWN = sa.and_(REFERENCES.c.is_checked.is_(False), REFERENCES.c.version == 1)


def upgrade() -> None:
    connection = op.get_bind()
    for number, change in LAW["changed"].items():
        mended = sa.update(REFERENCES).where(REFERENCES.c.number == number, AS_SOWN)
        connection.execute(mended.values(**with_days(change)))
    known = set(connection.scalars(sa.select(REFERENCES.c.number)))
    new = [with_days(text) for text in LAW["new"] if text["number"] not in known]
    if new:
        op.bulk_insert(REFERENCES, [text | {"replaced_by": "", "is_checked": False, "version": 1} for text in new])


def with_days(text: dict[str, Any]) -> dict[str, Any]:
    """The same, its days as dates."""
    days = {name: date.fromisoformat(text[name]) for name in DAYS if text.get(name)}
    return text | days


def downgrade() -> None:
    """What was told short is not made short again."""

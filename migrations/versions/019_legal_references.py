"""legal references: the texts that reports cite, how long each is in force and what replaced it"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "019"
down_revision = "018"

KNOWN = Path(__file__).parents[1] / "data" / "legal_references.json"
KINDS = (
    *("letter", "plan", "decision", "resolution", "directive", "notice", "guidance", "programme", "report"),
    *(
        "submission",
        "telegram",
        "regulation",
        "rule",
        "minutes",
        "invitation",
        "law",
        "ordinance",
        "decree",
        "circular",
    ),
)


def upgrade() -> None:
    kinds = sa.Enum(*KINDS, name="documenttype", native_enum=False, create_constraint=True, length=32)
    references = op.create_table(
        "legal_references",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", kinds, nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("in_force_from", sa.Date(), nullable=True),
        sa.Column("in_force_to", sa.Date(), nullable=True),
        sa.Column("replaced_by", sa.String(), nullable=False),
        sa.Column("is_checked", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("number <> ''", name=op.f("ck_legal_references_has_number")),
        sa.CheckConstraint("issuer <> ''", name=op.f("ck_legal_references_has_issuer")),
        sa.CheckConstraint("in_force_to >= in_force_from", name=op.f("ck_legal_references_ends_after_it_begins")),
        sa.CheckConstraint(
            "replaced_by = '' OR in_force_to IS NOT NULL", name=op.f("ck_legal_references_what_is_replaced_ends")
        ),
        sa.CheckConstraint("replaced_by <> number", name=op.f("ck_legal_references_replaced_by_another")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_references")),
        sa.UniqueConstraint("number", "issuer", name=op.f("uq_legal_references_number_issuer")),
    )
    op.bulk_insert(references, [row(known) for known in json.loads(KNOWN.read_text(encoding="utf-8"))])


def row(known: dict[str, Any]) -> dict[str, Any]:
    days = {
        name: known[name] and date.fromisoformat(known[name]) for name in ("issued_on", "in_force_from", "in_force_to")
    }
    return known | days | {"replaced_by": known["replaced_by"] or "", "is_checked": False, "version": 1}


def downgrade() -> None:
    op.drop_table("legal_references")

"""figures: what people type for a period, and the fields and causes that dossiers are told by"""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "004"
down_revision = "003"

CATEGORIES = Path(__file__).parents[1] / "data" / "figure_categories.json"


def upgrade() -> None:
    create_categories()
    create_entries()
    fill_categories(json.loads(CATEGORIES.read_text(encoding="utf-8")))


def fill_categories(rows: list[dict]) -> None:
    """Each family counts its positions from 1, in the order of the file."""
    columns = ("family", "code", "label", "side", "position", "asks", "official_code", "version")
    categories = sa.table(
        "figure_categories", *(sa.column(name) for name in columns), sa.column("effective_from", sa.Date)
    )
    positions: Counter[str] = Counter()
    for row in rows:
        positions[row["family"]] += 1
        values = {
            "family": row["family"],
            "code": row["code"],
            "label": row["label"],
            "side": row["group"],
            "position": positions[row["family"]],
            "asks": row.get("asks"),
            "official_code": "",
            "version": 1,
            "effective_from": date.fromisoformat(row["effective_from"]),
        }
        op.get_bind().execute(categories.insert().values(values))


def create_categories() -> None:
    family = sa.Enum("field", "cause", name="family", native_enum=False, create_constraint=True, length=32)
    side = sa.Enum("internal", "external", name="side", native_enum=False, create_constraint=True, length=32)
    asks = sa.Enum("text", "regulation", name="asks", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "figure_categories",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("family", family, nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("side", side, nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("effective_to", sa.Date(), nullable=True),
        sa.Column("asks", asks, nullable=True),
        sa.Column("official_code", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("family = 'cause' OR asks IS NULL", name=op.f("ck_figure_categories_only_causes_ask")),
        sa.CheckConstraint("effective_to >= effective_from", name=op.f("ck_figure_categories_ends_after_start")),
        sa.CheckConstraint("(family = 'cause') = (side IS NOT NULL)", name=op.f("ck_figure_categories_cause_has_side")),
        sa.CheckConstraint("code <> ''", name=op.f("ck_figure_categories_has_code")),
        sa.CheckConstraint("label <> ''", name=op.f("ck_figure_categories_has_label")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_categories")),
        sa.UniqueConstraint("family", "code", name=op.f("uq_figure_categories_family_code")),
    )


def create_entries() -> None:
    op.create_table(
        "figure_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("counted_from", sa.Date(), nullable=True),
        sa.Column("counted_to", sa.Date(), nullable=True),
        sa.Column("source_document", sa.String(), nullable=False),
        sa.Column("entered_by_id", sa.Integer(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_figure_entries_has_name")),
        sa.CheckConstraint("value >= 0", name=op.f("ck_figure_entries_is_no_less_than_nothing")),
        sa.CheckConstraint(
            "(counted_from IS NULL) = (counted_to IS NULL)", name=op.f("ck_figure_entries_window_is_whole")
        ),
        sa.CheckConstraint("counted_from <= counted_to", name=op.f("ck_figure_entries_window_runs_forward")),
        sa.ForeignKeyConstraint(["entered_by_id"], ["users.id"], name=op.f("fk_figure_entries_entered_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_entries")),
    )
    index = "ix_figure_entries_period_code_name_id"
    op.create_index(index, "figure_entries", ["period_code", "name", "id"])


def downgrade() -> None:
    op.drop_table("figure_entries")
    op.drop_table("figure_categories")

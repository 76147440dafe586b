"""which reports are owed and when they are sent; an outline of the year's own"""

from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "031"
down_revision = "030"

OWED = {"Q1": True, "Q2": True, "H1": False, "Q3": True, "9M": False, "Q4": False, "Y": True}
WORKING_DAYS = 2
YEAR_OUTLINE = Path(__file__).parents[1] / "data" / "outline_year_2026.txt"
YEAR_NAME = "Đề cương báo cáo năm về kiểm soát TTHC cấp xã"
ON_A_DAY, ON_A_DAY_OF_A_KIND = "uq_outlines_effective_from", "uq_outlines_effective_from_is_for_year"


def outlines(*more: sa.ColumnClause[Any]) -> sa.TableClause:
    texts = (sa.column(name, sa.String) for name in ("name", "subject", "text"))
    days = sa.column("effective_from", sa.Date)
    return sa.table("outlines", sa.column("id"), *texts, days, sa.column("version"), *more)


GENERAL, OUTLINES = outlines(), outlines(sa.column("is_for_year", sa.Boolean))
REPORTS = sa.table("reports", sa.column("id"), sa.column("outline_id"), sa.column("period_code"))


def upgrade() -> None:
    add_duties()
    tell_outlines_apart()
    add_year_outline()


def add_duties() -> None:
    duties = op.create_table(
        "report_duties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shape", sa.String(), nullable=False),
        sa.Column("is_owed", sa.Boolean(), nullable=False),
        sa.Column("working_days", sa.Integer(), nullable=False),
        sa.Column("owed_from", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "shape IN ('Q1', 'Q2', 'H1', 'Q3', '9M', 'Q4', 'Y')", name=op.f("ck_report_duties_names_a_shape")
        ),
        sa.CheckConstraint("working_days BETWEEN 0 AND 60", name=op.f("ck_report_duties_days_are_few")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_duties")),
        sa.UniqueConstraint("shape", name=op.f("uq_report_duties_shape")),
    )
    rows = [{"shape": shape, "is_owed": is_owed} for shape, is_owed in OWED.items()]
    op.bulk_insert(duties, [row | {"working_days": WORKING_DAYS, "version": 1} for row in rows])


def tell_outlines_apart() -> None:
    """One of each kind may begin on a day."""
    if op.get_bind().dialect.name == "sqlite":
        rows = everything(GENERAL)
        make_outlines_anew(
            [row | {"is_for_year": False} for row in rows],
            sa.Column("is_for_year", sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.UniqueConstraint("effective_from", "is_for_year", name=op.f(ON_A_DAY_OF_A_KIND)),
        )
    else:
        op.add_column("outlines", sa.Column("is_for_year", sa.Boolean(), nullable=False, server_default=sa.false()))
        op.drop_constraint(ON_A_DAY, "outlines", type_="unique")
        op.create_unique_constraint(ON_A_DAY_OF_A_KIND, "outlines", ["effective_from", "is_for_year"])


def add_year_outline() -> None:
    """Only beside the first outline as it came: an office that wrote its own, or began a year by it, chose that."""
    connection = op.get_bind()
    known = everything(OUTLINES)
    of_years = sa.select(REPORTS.c.id).where(REPORTS.c.period_code.like("%-Y")).limit(1)
    if len(known) != 1 or known[0]["version"] != 1 or connection.scalar(of_years):
        return
    text = YEAR_OUTLINE.read_text(encoding="utf-8")
    first = {"name": YEAR_NAME, "subject": known[0]["subject"], "effective_from": date(2025, 7, 1), "text": text}
    op.bulk_insert(OUTLINES, [first | {"version": 1, "is_for_year": True}])


def everything(table: sa.TableClause) -> list[dict[str, Any]]:
    return [dict(row) for row in op.get_bind().execute(sa.select(table).order_by(table.c.id)).mappings()]


def make_outlines_anew(rows: list[dict[str, Any]], *differing: sa.schema.SchemaItem) -> None:
    """SQLite takes no constraint away. Reports refer to the rows: until these are back, that is not held against us."""
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.drop_table("outlines")
    anew = op.create_table(
        "outlines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_outlines_has_name")),
        sa.CheckConstraint("subject <> ''", name=op.f("ck_outlines_has_subject")),
        sa.CheckConstraint("text <> ''", name=op.f("ck_outlines_has_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlines")),
        *differing,
    )
    op.bulk_insert(anew, rows)


def downgrade() -> None:
    """Reports of a year follow a general outline again: the one in force when theirs began, else the first."""
    connection = op.get_bind()
    known = everything(OUTLINES)
    general = sorted((row for row in known if not row["is_for_year"]), key=lambda row: row["effective_from"])
    for row in known:
        if row["is_for_year"]:
            before = [one for one in general if one["effective_from"] <= row["effective_from"]]
            instead = (before or general[:1])[-1]["id"]
            connection.execute(sa.update(REPORTS).where(REPORTS.c.outline_id == row["id"]).values(outline_id=instead))
    connection.execute(sa.delete(OUTLINES).where(OUTLINES.c.is_for_year))
    forget_kinds([{name: value for name, value in row.items() if name != "is_for_year"} for row in general])
    op.drop_table("report_duties")


def forget_kinds(general: list[dict[str, Any]]) -> None:
    if op.get_bind().dialect.name == "sqlite":
        make_outlines_anew(general, sa.UniqueConstraint("effective_from", name=op.f(ON_A_DAY)))
    else:
        op.drop_constraint(ON_A_DAY_OF_A_KIND, "outlines", type_="unique")
        op.drop_column("outlines", "is_for_year")
        op.create_unique_constraint(ON_A_DAY, "outlines", ["effective_from"])

"""procedures: the catalogue of administrative procedures"""

import sqlalchemy as sa
from alembic import op

revision = "014"
down_revision = "013"

PATTERN = "https://dichvucong.gov.vn/p/home/dvc-chi-tiet-thu-tuc-hanh-chinh.html?ma_thu_tuc={code}"


def among(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    create_procedures()
    op.create_index(op.f("ix_procedures_field"), "procedures", ["field"])
    op.create_index(op.f("ix_procedures_sort_key"), "procedures", ["sort_key", "id"])
    portal = op.create_table(
        "procedure_portal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pattern", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_procedure_portal_is_the_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_portal")),
    )
    op.bulk_insert(portal, [{"id": 1, "pattern": PATTERN, "version": 1}])


def create_procedures() -> None:
    rule = "ck_procedures"
    op.create_table(
        "procedures",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("code", "name", "field_name", "field")),
        sa.Column("handling", among("handling", "one_stop", "interlinked", "other"), nullable=False),
        sa.Column("online", among("onlinelevel", "full", "partial", "none"), nullable=False),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("postal", "on_site", "is_published")),
        sa.Column("time_limit_days", sa.Integer(), nullable=True),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("effective_to", sa.Date(), nullable=True),
        sa.Column("search_words", sa.String(), nullable=False),
        sa.Column("sort_key", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("code <> ''", name=op.f(f"{rule}_has_code")),
        sa.CheckConstraint("name <> ''", name=op.f(f"{rule}_has_name")),
        sa.CheckConstraint("field <> ''", name=op.f(f"{rule}_has_field")),
        sa.CheckConstraint("time_limit_days > 0", name=op.f(f"{rule}_takes_time")),
        sa.CheckConstraint("effective_to >= effective_from", name=op.f(f"{rule}_ends_after_start")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedures")),
        sa.UniqueConstraint("code", name=op.f("uq_procedures_code")),
    )


def downgrade() -> None:
    op.drop_table("procedure_portal")
    op.drop_table("procedures")

"""which reports are owed and when they are sent"""

import sqlalchemy as sa
from alembic import op

revision = "031"
down_revision = "030"

OWED = {"Q1": True, "Q2": True, "H1": False, "Q3": True, "9M": False, "Q4": False, "Y": True}
WORKING_DAYS = 2


def upgrade() -> None:
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


def downgrade() -> None:
    op.drop_table("report_duties")

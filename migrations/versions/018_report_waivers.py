"""report waivers: findings of the checks that may stand, and why"""

import sqlalchemy as sa
from alembic import op

revision = "018"
down_revision = "017"


def upgrade() -> None:
    op.create_table(
        "report_waivers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("waived_by_id", sa.Integer(), nullable=False),
        sa.Column("waived_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_report_waivers_has_reason")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_report_waivers_report_id_reports")),
        sa.ForeignKeyConstraint(["waived_by_id"], ["users.id"], name=op.f("fk_report_waivers_waived_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_waivers")),
        sa.UniqueConstraint("report_id", "key", name=op.f("uq_report_waivers_report_id_key")),
    )


def downgrade() -> None:
    op.drop_table("report_waivers")

"""confirmed texts: what somebody said of the texts a report takes over, from its outline or the report before"""

import sqlalchemy as sa
from alembic import op

revision = "028"
down_revision = "027"


def upgrade() -> None:
    answers = sa.Enum(
        "kept", "left_out", "nothing", name="carriedanswer", native_enum=False, create_constraint=True, length=32
    )
    op.create_table(
        "report_confirmations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("answer", answers, nullable=False),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_report_confirmations_has_text")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_report_confirmations_report_id_reports")),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["users.id"], name=op.f("fk_report_confirmations_confirmed_by_id_users")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_confirmations")),
        sa.UniqueConstraint("report_id", "key", name=op.f("uq_report_confirmations_report_id_key")),
    )


def downgrade() -> None:
    op.drop_table("report_confirmations")

"""evidence of figures: a link and files that prove what was typed for a period"""

import sqlalchemy as sa
from alembic import op

revision = "029"
down_revision = "028"


def upgrade() -> None:
    op.create_table(
        "figure_evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_code", sa.String(), nullable=False),
        sa.Column("group_key", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("period_code <> '' AND group_key <> ''", name=op.f("ck_figure_evidence_names_its_group")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_evidence")),
        sa.UniqueConstraint("period_code", "group_key", name=op.f("uq_figure_evidence_period_code_group_key")),
    )
    op.create_table(
        "evidence_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_evidence_files_has_name")),
        sa.CheckConstraint("size > 0", name=op.f("ck_evidence_files_is_not_empty")),
        sa.ForeignKeyConstraint(["added_by_id"], ["users.id"], name=op.f("fk_evidence_files_added_by_id_users")),
        sa.ForeignKeyConstraint(
            ["evidence_id"], ["figure_evidence.id"], name=op.f("fk_evidence_files_evidence_id_figure_evidence")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_files")),
    )
    op.create_index(op.f("ix_evidence_files_evidence_id"), "evidence_files", ["evidence_id"])


def downgrade() -> None:
    op.drop_table("evidence_files")
    op.drop_table("figure_evidence")

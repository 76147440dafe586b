"""internal procedures: quy trình nội bộ in revisions with their steps, and TTHC nội bộ"""

import sqlalchemy as sa
from alembic import op

revision = "010"
down_revision = "009"

KINDS = ("internal_procedure", "internal_tthc")
PARTS = (
    "course",
    "manner",
    "papers",
    "time_limit",
    "subjects",
    "agency",
    "outcome",
    "fee",
    "form_template",
    "conditions",
    "legal_basis",
)


def upgrade() -> None:
    create_procedures()
    create_steps()
    op.create_table(
        "internal_tthc",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        *(sa.Column(part, sa.String(), nullable=False) for part in PARTS),
        sa.CheckConstraint("code <> ''", name=op.f("ck_internal_tthc_has_code")),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_internal_tthc_id_records")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_internal_tthc")),
        sa.UniqueConstraint("code", name=op.f("uq_internal_tthc_code")),
    )


def create_procedures() -> None:
    table, rule = "internal_procedures", "ck_internal_procedures"
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("procedure_code", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("papers", sa.String(), nullable=False),
        sa.Column("total_hours", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=True),
        sa.Column("effective_to", sa.Date(), nullable=True),
        sa.CheckConstraint("code <> ''", name=op.f(f"{rule}_has_code")),
        sa.CheckConstraint("revision >= 1", name=op.f(f"{rule}_revision_from_one")),
        sa.CheckConstraint("replaces_id IS NULL OR revision > 1", name=op.f(f"{rule}_first_replaces_nothing")),
        sa.CheckConstraint("total_hours > 0", name=op.f(f"{rule}_takes_time")),
        sa.CheckConstraint("effective_to IS NULL OR effective_from IS NOT NULL", name=op.f(f"{rule}_end_has_start")),
        sa.CheckConstraint(
            "effective_to IS NULL OR effective_to >= effective_from", name=op.f(f"{rule}_ends_after_start")
        ),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_internal_procedures_id_records")),
        sa.ForeignKeyConstraint(
            ["replaces_id"],
            ["internal_procedures.id"],
            name=op.f("fk_internal_procedures_replaces_id_internal_procedures"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_internal_procedures")),
        sa.UniqueConstraint("code", "revision", name=op.f("uq_internal_procedures_code_revision")),
    )
    op.create_index("ix_internal_procedures_effective_from", table, ["effective_from"])
    op.create_index("ix_internal_procedures_replaces_id", table, ["replaces_id"])


def create_steps() -> None:
    op.create_table(
        "procedure_steps",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("doer", sa.String(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("ck_procedure_steps_position_from_one")),
        sa.CheckConstraint("task <> ''", name=op.f("ck_procedure_steps_has_task")),
        sa.CheckConstraint("hours >= 0", name=op.f("ck_procedure_steps_hours_not_negative")),
        sa.ForeignKeyConstraint(
            ["procedure_id"],
            ["internal_procedures.id"],
            name=op.f("fk_procedure_steps_procedure_id_internal_procedures"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure_steps")),
        sa.UniqueConstraint("procedure_id", "position", name=op.f("uq_procedure_steps_procedure_id_position")),
    )


def downgrade() -> None:
    for table in ("procedure_steps", "internal_tthc", "internal_procedures"):
        op.drop_table(table)
    forget_records()


def forget_records() -> None:
    """Without their own tables, these records could no longer be opened."""
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    for table in ("attachments", "audit_entries"):
        op.execute(f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM records WHERE kind IN ({kinds}))")
    op.execute(f"DELETE FROM records WHERE kind IN ({kinds})")

"""overdue: late dossiers as cases to explain"""

import sqlalchemy as sa
from alembic import op

revision = "012"
down_revision = "011"

TEXTS = (
    *("cause_text", "regulation_procedure", "regulation_text", "regulation_obstacle"),
    *("explanation", "remedy", "prevention", "apology_number"),
)
INDEXED = {"finished_on": ["finished_on", "id"], "due_on": ["due_on", "id"], "main_cause_id": ["main_cause_id"]}
KIND = "overdue_case"


def upgrade() -> None:
    rule = "ck_overdue_cases"
    op.create_table(
        "overdue_cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("procedure_name", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("main_cause_id", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=False) for name in TEXTS),
        *(
            sa.Column(name, sa.Date(), nullable=True)
            for name in ("apology_on", "rescheduled_to", "rescheduled_again_to")
        ),
        sa.CheckConstraint("code <> ''", name=op.f(f"{rule}_has_code")),
        sa.CheckConstraint("due_on >= received_on", name=op.f(f"{rule}_due_after_received")),
        sa.CheckConstraint("finished_on > due_on", name=op.f(f"{rule}_finished_late")),
        sa.CheckConstraint("(apology_on IS NULL) = (apology_number = '')", name=op.f(f"{rule}_apology_is_whole")),
        sa.CheckConstraint(
            "rescheduled_again_to IS NULL OR rescheduled_to IS NOT NULL", name=op.f(f"{rule}_first_new_date_first")
        ),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_overdue_cases_id_records")),
        sa.ForeignKeyConstraint(
            ["main_cause_id"], ["figure_categories.id"], name=op.f("fk_overdue_cases_main_cause_id_figure_categories")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overdue_cases")),
        sa.UniqueConstraint("code", name=op.f("uq_overdue_cases_code")),
    )
    for name, columns in INDEXED.items():
        op.create_index(f"ix_overdue_cases_{name}", "overdue_cases", columns)
    create_contributing()


def create_contributing() -> None:
    table = "overdue_case_causes"
    op.create_table(
        table,
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["overdue_cases.id"], name=op.f(f"fk_{table}_case_id_overdue_cases")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["figure_categories.id"], name=op.f(f"fk_{table}_category_id_figure_categories")
        ),
        sa.PrimaryKeyConstraint("case_id", "category_id", name=op.f(f"pk_{table}")),
    )
    op.create_index(f"ix_{table}_category_id", table, ["category_id"])


def downgrade() -> None:
    """Without their own table, these records could no longer be opened."""
    for table in ("overdue_case_causes", "overdue_cases"):
        op.drop_table(table)
    for table in ("attachments", "audit_entries"):
        op.execute(f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM records WHERE kind = '{KIND}')")
    op.execute(f"DELETE FROM records WHERE kind = '{KIND}'")

"""overdue by the hour: a dossier that ended on the day it was due, after the hour, has its case; late ones are found"""

import sqlalchemy as sa
from alembic import op

revision = "016"
down_revision = "015"

CASES, CAUSES, RULE = "overdue_cases", "overdue_case_causes", "ck_overdue_cases_finished_late"
LATE = "ix_dossiers_ended_late"


def upgrade() -> None:
    demand("finished_on >= due_on")
    late = sa.text("finished_at > due_at")
    op.create_index(LATE, "dossiers", ["finished_on", "id"], sqlite_where=late, postgresql_where=late)


def downgrade() -> None:
    """What ended on the day it was due cannot be told by the day alone."""
    op.drop_index(LATE, "dossiers")
    op.execute(f"UPDATE {CASES} SET finished_on = NULL WHERE finished_on = due_on")
    demand("finished_on > due_on")


def demand(rule: str) -> None:
    """Put this rule in the place of the one there is. SQLite builds the table anew, without what refers to it."""
    op.execute(f"CREATE TABLE kept_causes AS SELECT case_id, category_id FROM {CAUSES}")
    op.drop_table(CAUSES)
    with op.batch_alter_table(CASES) as batch_op:
        batch_op.drop_constraint(batch_op.f(RULE), type_="check")
        batch_op.create_check_constraint(batch_op.f(RULE), rule)
    create_contributing()
    op.execute(f"INSERT INTO {CAUSES} (case_id, category_id) SELECT case_id, category_id FROM kept_causes")
    op.drop_table("kept_causes")


def create_contributing() -> None:
    op.create_table(
        CAUSES,
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], [f"{CASES}.id"], name=op.f(f"fk_{CAUSES}_case_id_{CASES}")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["figure_categories.id"], name=op.f(f"fk_{CAUSES}_category_id_figure_categories")
        ),
        sa.PrimaryKeyConstraint("case_id", "category_id", name=op.f(f"pk_{CAUSES}")),
    )
    op.create_index(f"ix_{CAUSES}_category_id", CAUSES, ["category_id"])

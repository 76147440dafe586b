"""frozen prints: a submitted report keeps what is printed of it, and so does each version of it

A report that is frozen already keeps an empty print: nothing makes its print anew, now or later, and the content that
decisions on it name stays what it was. Taken down again, reports submitted meanwhile have to be submitted anew, as
the decisions on them name their print as well.
"""

import sqlalchemy as sa
from alembic import op

revision = "023"
down_revision = "022"

RULE = "ck_reports_is_frozen_as_printed"


def upgrade() -> None:
    """SQLite adds a rule only along with a column whose rows obey it, so what is frozen is put aside meanwhile."""
    op.execute("CREATE TABLE kept_frozen AS SELECT id, facts, texts FROM reports WHERE facts IS NOT NULL")
    op.execute("UPDATE reports SET facts = NULL, texts = NULL")
    op.execute(f"ALTER TABLE reports ADD COLUMN print JSON CONSTRAINT {RULE} CHECK ((facts IS NULL) = (print IS NULL))")
    op.execute(
        "UPDATE reports SET facts = kept_frozen.facts, texts = kept_frozen.texts, print = '{}' "
        "FROM kept_frozen WHERE kept_frozen.id = reports.id"
    )
    op.drop_table("kept_frozen")
    op.add_column("report_versions", sa.Column("print", sa.JSON(), nullable=False, server_default="{}"))


def downgrade() -> None:
    op.drop_column("report_versions", "print")
    op.drop_column("reports", "print")  # and the rule that came with it

"""long running: dossiers that took longer than a quarter, which alone can have been open long before they ended"""

import sqlalchemy as sa
from alembic import op

revision = "034"
down_revision = "033"

LONG = "ix_dossiers_took_long"


def upgrade() -> None:
    in_sqlite = sa.text("julianday(finished_on) - julianday(received_on) > 92")
    in_postgres = sa.text("finished_on - received_on > 92")
    op.create_index(
        LONG, "dossiers", ["finished_on", "received_on"], sqlite_where=in_sqlite, postgresql_where=in_postgres
    )


def downgrade() -> None:
    op.drop_index(LONG, "dossiers")

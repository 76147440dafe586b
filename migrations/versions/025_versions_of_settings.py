"""versions of settings: a user, a unit and the office count their changes, so that a stale tab undoes none"""

import sqlalchemy as sa
from alembic import op

revision = "025"
down_revision = "024"

COUNTED = ("users", "units", "office")


def upgrade() -> None:
    for table in COUNTED:
        op.add_column(table, sa.Column("version", sa.Integer(), nullable=False, server_default="1"))


def downgrade() -> None:
    for table in COUNTED:
        op.drop_column(table, "version")

"""report annexes: the codes of the forms that go with a report, where somebody chose them"""

import sqlalchemy as sa
from alembic import op

revision = "017"
down_revision = "016"


def upgrade() -> None:
    op.add_column("reports", sa.Column("annexes", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("reports", "annexes")

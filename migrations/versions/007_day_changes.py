"""day changes: days announced to be worked or off, other than the weekday and the public holidays say"""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "007"
down_revision = "006"

SWAP = "Hoán đổi ngày làm việc dịp Tết Dương lịch 2026. Cần đối chiếu văn bản gốc."
ANNOUNCED = {date(2026, 1, 2): False, date(2026, 1, 10): True}


def upgrade() -> None:
    changes = op.create_table(
        "day_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_worked", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("reason <> ''", name=op.f("ck_day_changes_has_reason")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_changes")),
        sa.UniqueConstraint("day", name=op.f("uq_day_changes_day")),
    )
    rows = [{"day": day, "is_worked": is_worked, "reason": SWAP, "version": 1} for day, is_worked in ANNOUNCED.items()]
    op.bulk_insert(changes, rows)


def downgrade() -> None:
    op.drop_table("day_changes")

"""overdue"""

revision = "012"
down_revision = "011"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass

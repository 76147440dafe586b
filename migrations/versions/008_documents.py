"""documents"""

revision = "008"
down_revision = "007"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass

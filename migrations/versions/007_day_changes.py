"""day changes"""

revision = "007"
down_revision = "006"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass

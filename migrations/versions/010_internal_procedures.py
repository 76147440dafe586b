"""internal procedures"""

revision = "010"
down_revision = "009"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass

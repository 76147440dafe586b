"""proposals"""

revision = "011"
down_revision = "010"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass

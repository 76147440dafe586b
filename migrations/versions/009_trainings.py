"""trainings"""

revision = "009"
down_revision = "008"


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass

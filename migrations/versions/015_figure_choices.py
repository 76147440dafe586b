"""figure choices: which value counts where one was typed and records tell one, too"""

import sqlalchemy as sa
from alembic import op

revision = "015"
down_revision = "014"


def upgrade() -> None:
    choices = sa.Enum("rule", "records", "entered", name="choice", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "figure_choices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("choice", choices, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("chosen_by_id", sa.Integer(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_figure_choices_has_name")),
        sa.CheckConstraint("choice = 'rule' OR reason <> ''", name=op.f("ck_figure_choices_has_reason")),
        sa.ForeignKeyConstraint(["chosen_by_id"], ["users.id"], name=op.f("fk_figure_choices_chosen_by_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_choices")),
    )
    op.create_index("ix_figure_choices_period_code_name_id", "figure_choices", ["period_code", "name", "id"])


def downgrade() -> None:
    op.drop_table("figure_choices")

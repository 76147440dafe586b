"""trainings: courses and who took part"""

import sqlalchemy as sa
from alembic import op

revision = "009"
down_revision = "008"


def upgrade() -> None:
    mode = sa.Enum("in_person", "online", name="mode", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "trainings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("mode", mode, nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("sending_document", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.CheckConstraint("ended_on >= started_on", name=op.f("ck_trainings_ends_after_start")),
        sa.CheckConstraint("hours > 0", name=op.f("ck_trainings_takes_time")),
        sa.CheckConstraint("organiser <> ''", name=op.f("ck_trainings_has_organiser")),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_trainings_id_records")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainings")),
    )
    op.create_index("ix_trainings_ended_on", "trainings", ["ended_on"])
    create_attendances()


def create_attendances() -> None:
    op.create_table(
        "attendances",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("training_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.CheckConstraint("headcount > 0", name=op.f("ck_attendances_counts_somebody")),
        sa.CheckConstraint("full_name = '' OR headcount = 1", name=op.f("ck_attendances_a_name_is_one")),
        sa.CheckConstraint("(full_name = '') = (name_key = '')", name=op.f("ck_attendances_a_name_has_its_key")),
        sa.CheckConstraint("position >= 1", name=op.f("ck_attendances_position_from_one")),
        sa.ForeignKeyConstraint(["training_id"], ["trainings.id"], name=op.f("fk_attendances_training_id_trainings")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_attendances_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
    )
    op.create_index("ix_attendances_training_id_position", "attendances", ["training_id", "position"])
    person = ["training_id", "unit_id", "name_key"]
    named = {f"{database}_where": sa.text("name_key <> ''") for database in ("sqlite", "postgresql")}
    op.create_index("uq_attendances_person", "attendances", person, unique=True, **named)
    op.create_index("ix_attendances_unit_id_name_key", "attendances", ["unit_id", "name_key"])


def downgrade() -> None:
    """Without their own tables, these records could no longer be opened."""
    op.drop_table("attendances")
    op.drop_table("trainings")
    for table in ("attachments", "audit_entries"):
        op.execute(f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM records WHERE kind = 'training')")
    op.execute("DELETE FROM records WHERE kind = 'training'")

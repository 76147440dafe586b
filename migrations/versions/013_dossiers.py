"""dossiers: the exports of source systems, and the dossiers derived from them"""

import sqlalchemy as sa
from alembic import op

revision = "013"
down_revision = "012"

ENDED = "(status IN ('resolved', 'rejected')) = (finished_at IS NOT NULL)"
COUNTED_BY = [
    *("finished_on", "received_on", "status", "channel", "due_on", "paused_on", "field"),
    *("due_at", "finished_at", "unit_id"),
]
MOMENTS = {"received": False, "due": True, "paused": True, "finished": True}  # whether it may be missing


def among(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def told() -> list[sa.Column]:
    """What is told of a dossier, by an export and by what is derived from exports alike."""
    return [
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("procedure_code", sa.String(), nullable=False),
        sa.Column("procedure_name", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("applicant", sa.String(), nullable=False),
        sa.Column("channel", among("channel", "online", "direct", "postal"), nullable=True),
        sa.Column("status", among("status", "pending", "paused", "resolved", "rejected"), nullable=False),
        *(sa.Column(f"{name}_at", sa.DateTime(timezone=True), nullable=null) for name, null in MOMENTS.items()),
        *(sa.Column(f"{name}_on", sa.Date(), nullable=null) for name, null in MOMENTS.items()),
    ]


def upgrade() -> None:
    create_sources()
    create_batches()
    create_rows()
    create_dossiers()
    op.create_table(
        "field_units",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_field_units_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_units")),
        sa.UniqueConstraint("field", name=op.f("uq_field_units_field")),
    )


def create_sources() -> None:
    op.create_table(
        "dossier_sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("is_expected", sa.Boolean(), nullable=False),
        sa.Column("keeps_applicants", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_dossier_sources_has_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_sources")),
        sa.UniqueConstraint("name", name=op.f("uq_dossier_sources_name")),
    )


def create_batches() -> None:
    stages = among("stage", "staging", "asking", "staged", "published", "undone", "discarded", "failed")
    counts = ("read", "created", "updated", "unchanged", "elsewhere", "rejected", "stored")
    rule, source = "ck_import_batches", "fk_import_batches_source_id_dossier_sources"
    op.create_table(
        "import_batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("exported_on", sa.Date(), nullable=False),
        sa.Column("dated_by", among("datedby", "person", "title", "today"), nullable=False),
        sa.Column("stage", stages, nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in counts),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("left", sa.JSON(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by_id", sa.Integer(), nullable=True),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("file_name <> ''", name=op.f(f"{rule}_has_file_name")),
        sa.CheckConstraint(
            "(stage IN ('published', 'undone')) = (published_at IS NOT NULL)", name=op.f(f"{rule}_published_has_moment")
        ),
        sa.ForeignKeyConstraint(["imported_by_id"], ["users.id"], name=op.f("fk_import_batches_imported_by_id_users")),
        sa.ForeignKeyConstraint(["source_id"], ["dossier_sources.id"], name=op.f(source)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batches")),
    )
    op.create_index("ix_import_batches_source_id_exported_on", "import_batches", ["source_id", "exported_on", "id"])
    op.create_table(
        "import_files",
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batches.id"], name=op.f("fk_import_files_batch_id_import_batches")
        ),
        sa.PrimaryKeyConstraint("batch_id", name=op.f("pk_import_files")),
    )


def create_rows() -> None:
    batch, source = "fk_source_rows_batch_id_import_batches", "fk_source_rows_source_id_dossier_sources"
    op.create_table(
        "source_rows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("exported_on", sa.Date(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        *told(),
        sa.CheckConstraint("code <> ''", name=op.f("ck_source_rows_has_code")),
        sa.CheckConstraint(ENDED, name=op.f("ck_source_rows_ended_has_moment")),
        sa.ForeignKeyConstraint(["batch_id"], ["import_batches.id"], name=op.f(batch)),
        sa.ForeignKeyConstraint(["source_id"], ["dossier_sources.id"], name=op.f(source)),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_source_rows_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_rows")),
        sa.UniqueConstraint("batch_id", "code", name=op.f("uq_source_rows_batch_id_code")),
    )
    op.create_index("ix_source_rows_code", "source_rows", ["code"])
    op.create_table(
        "rejected_rows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("cells", "errors")),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batches.id"], name=op.f("fk_rejected_rows_batch_id_import_batches")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejected_rows")),
    )
    op.create_index("ix_rejected_rows_batch_id", "rejected_rows", ["batch_id", "row"])


def create_dossiers() -> None:
    rule = "ck_dossiers"
    op.create_table(
        "dossiers",
        sa.Column("id", sa.Integer(), nullable=False),
        *told(),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("exported_on", sa.Date(), nullable=False),
        sa.CheckConstraint("code <> ''", name=op.f(f"{rule}_has_code")),
        sa.CheckConstraint(ENDED, name=op.f(f"{rule}_ended_has_moment")),
        sa.CheckConstraint("due_at IS NULL OR due_at >= received_at", name=op.f(f"{rule}_due_after_received")),
        sa.CheckConstraint(
            "finished_at IS NULL OR finished_at >= received_at", name=op.f(f"{rule}_finished_after_received")
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["dossier_sources.id"], name=op.f("fk_dossiers_source_id_dossier_sources")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_dossiers_unit_id_units")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossiers")),
        sa.UniqueConstraint("code", name=op.f("uq_dossiers_code")),
    )
    op.create_index("ix_dossiers_counted", "dossiers", COUNTED_BY)
    along = tuple((name, "received_on") for name in ("field", "procedure_code"))
    for columns in (("received_on",), ("due_on",), ("status", "due_on"), *along):
        op.create_index("ix_dossiers_" + "_".join(columns), "dossiers", [*columns, "id", "unit_id"])
    op.create_index("ix_dossiers_unit_id_received_on", "dossiers", ["unit_id", "received_on", "id"])


TABLES = (
    *("field_units", "dossiers", "rejected_rows", "source_rows", "import_files", "import_batches"),
    "dossier_sources",
)


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)

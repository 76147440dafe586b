"""from which day registers and exports are in use; what approved reports said of their figures"""

from datetime import UTC, date, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "021"
down_revision = "020"


def upgrade() -> None:
    op.create_table(
        "register_uses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("register", sa.String(), nullable=False),
        sa.Column("used_from", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("register <> ''", name=op.f("ck_register_uses_names_register")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_uses")),
        sa.UniqueConstraint("register", name=op.f("uq_register_uses_register")),
    )
    op.create_table(
        "figure_snapshots",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_code", sa.String(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_snapshots")),
        sa.UniqueConstraint("period_code", name=op.f("uq_figure_snapshots_period_code")),
    )
    op.add_column("import_batches", sa.Column("first_received_on", sa.Date(), nullable=True))
    op.add_column("dossier_sources", sa.Column("covers_from", sa.Date(), nullable=True))
    op.add_column(
        "dossier_sources", sa.Column("covers_is_set", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index("ix_inspections_ended_on", "inspections", ["ended_on"])
    op.create_index("ix_inspections_started_on", "inspections", ["started_on"])
    op.create_index("ix_corrective_actions_done_on", "corrective_actions", ["done_on", "finding_id"])
    op.create_index("ix_records_approved_at", "records", ["approved_at", "kind"])
    op.create_index("ix_audit_entries_action_at", "audit_entries", ["action", "at", "record_id"])
    tell_first_receipts()
    propose_coverage()
    keep_approved_figures()


def tell_first_receipts() -> None:
    op.execute(
        "UPDATE import_batches SET first_received_on ="
        " (SELECT min(received_on) FROM source_rows WHERE source_rows.batch_id = import_batches.id)"
    )


def propose_coverage() -> None:
    """The quarter after that of the earliest receipt, or that one where it began with it."""
    connection = op.get_bind()
    batches = sa.table(
        "import_batches", sa.column("source_id"), sa.column("stage"), sa.column("first_received_on", sa.Date())
    )
    sources = sa.table("dossier_sources", sa.column("id"), sa.column("covers_from", sa.Date()))
    earliest = sa.select(batches.c.source_id, sa.func.min(batches.c.first_received_on, type_=sa.Date()))
    rows = connection.execute(earliest.where(batches.c.stage == "published").group_by(batches.c.source_id)).all()
    for source_id, day in rows:
        if day is not None:
            covers_from = covered_from(day)
            connection.execute(sources.update().where(sources.c.id == source_id).values(covers_from=covers_from))


def covered_from(day: date) -> date:
    starts = [date(year, month, 15) for year in (day.year - 1, day.year, day.year + 1) for month in (3, 6, 9, 12)]
    began = max(start for start in starts if start <= day)
    early_days = [began + timedelta(days=n) for n in range(9) if (began + timedelta(days=n)).weekday() < 5][:5]
    return began if day <= early_days[-1] else min(start for start in starts if start > day)


def keep_approved_figures() -> None:
    connection = op.get_bind()
    reports = sa.table("reports", sa.column("id"), sa.column("period_code"), sa.column("facts", sa.JSON()))
    records = sa.table("records", sa.column("id"), sa.column("state"))
    snapshots = sa.table(
        "figure_snapshots",
        sa.column("period_code"),
        sa.column("figures", sa.JSON()),
        sa.column("taken_at", sa.DateTime(timezone=True)),
    )
    approved = sa.select(reports.c.period_code, reports.c.facts).join(records, records.c.id == reports.c.id)
    for period_code, facts in connection.execute(approved.where(records.c.state == "approved")).all():
        row = {"period_code": period_code, "figures": facts["figures"], "taken_at": datetime.now(UTC)}
        connection.execute(snapshots.insert().values(row))


def downgrade() -> None:
    op.drop_index("ix_audit_entries_action_at", "audit_entries")
    op.drop_index("ix_records_approved_at", "records")
    op.drop_index("ix_corrective_actions_done_on", "corrective_actions")
    op.drop_index("ix_inspections_started_on", "inspections")
    op.drop_index("ix_inspections_ended_on", "inspections")
    op.drop_column("dossier_sources", "covers_is_set")
    op.drop_column("dossier_sources", "covers_from")
    op.drop_column("import_batches", "first_received_on")
    op.drop_table("figure_snapshots")
    op.drop_table("register_uses")

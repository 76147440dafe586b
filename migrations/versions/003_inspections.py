"""inspections"""

import json
from datetime import date
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "003"
down_revision = "002"

CHECKLIST = Path(__file__).parents[1] / "data" / "checklist_2026.json"


def upgrade() -> None:
    create_tables()
    fill_checklist(json.loads(CHECKLIST.read_text(encoding="utf-8")))


def fill_checklist(data: dict) -> None:
    """The first version of the checklist; its bases stay marked until the office has confirmed them."""
    checklists = sa.table("checklists", sa.column("id"), sa.column("name"), sa.column("effective_from", sa.Date))
    columns = ("checklist_id", "position", "text", "basis", "shown_by", "to_confirm")
    items = sa.table("checklist_items", *(sa.column(name) for name in columns))
    connection = op.get_bind()
    connection.execute(
        checklists.insert().values(name=data["name"], effective_from=date.fromisoformat(data["effective_from"]))
    )
    checklist_id = connection.scalar(sa.select(checklists.c.id))
    rows = [{"checklist_id": checklist_id, "position": at, **item} for at, item in enumerate(data["items"], 1)]
    op.bulk_insert(items, rows)


def create_tables() -> None:
    op.create_table(
        "checklists",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_checklists_has_name")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklists")),
        sa.UniqueConstraint("effective_from", name=op.f("uq_checklists_effective_from")),
    )
    op.create_table(
        "checklist_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("checklist_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("shown_by", sa.String(), nullable=False),
        sa.Column("to_confirm", sa.Boolean(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_checklist_items_has_text")),
        sa.ForeignKeyConstraint(
            ["checklist_id"], ["checklists.id"], name=op.f("fk_checklist_items_checklist_id_checklists")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checklist_items")),
        sa.UniqueConstraint("checklist_id", "position", name=op.f("uq_checklist_items_checklist_id_position")),
    )
    op.create_table(
        "inspections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "inspection_kind",
            sa.Enum(
                "periodic", "ad_hoc", "self_check", name="kind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "method",
            sa.Enum("on_site", "by_system", name="method", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("inspected_unit_id", sa.Integer(), nullable=False),
        sa.Column("leader", sa.String(), nullable=False),
        sa.Column("secretary", sa.String(), nullable=False),
        sa.Column("members", sa.String(), nullable=False),
        sa.Column("representatives", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("conclusion", sa.String(), nullable=False),
        sa.Column("concluded_on", sa.Date(), nullable=True),
        sa.Column("checklist_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "concluded_on IS NULL OR concluded_on >= ended_on", name=op.f("ck_inspections_concludes_after_end")
        ),
        sa.CheckConstraint(
            "concluded_on IS NULL OR ended_on IS NOT NULL", name=op.f("ck_inspections_conclusion_has_end")
        ),
        sa.CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name=op.f("ck_inspections_ends_after_start")),
        sa.ForeignKeyConstraint(
            ["checklist_id"], ["checklists.id"], name=op.f("fk_inspections_checklist_id_checklists")
        ),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_inspections_id_records")),
        sa.ForeignKeyConstraint(
            ["inspected_unit_id"], ["units.id"], name=op.f("fk_inspections_inspected_unit_id_units")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspections")),
    )
    with op.batch_alter_table("inspections", schema=None) as batch_op:
        batch_op.create_index("ix_inspections_inspected_unit_id", ["inspected_unit_id"], unique=False)

    op.create_table(
        "inspection_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("shown_by", sa.String(), nullable=False),
        sa.Column("to_confirm", sa.Boolean(), nullable=False),
        sa.Column(
            "result",
            sa.Enum(
                "passed",
                "failed",
                "not_applicable",
                name="result",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("samples", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspections.id"], name=op.f("fk_inspection_items_inspection_id_inspections")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_items")),
        sa.UniqueConstraint("inspection_id", "position", name=op.f("uq_inspection_items_inspection_id_position")),
    )
    op.create_table(
        "findings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column(
            "severity",
            sa.Enum(
                "minor", "moderate", "serious", name="severity", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("inspection_id", sa.Integer(), nullable=False),
        sa.Column("responsible_unit_id", sa.Integer(), nullable=False),
        sa.Column("remedy", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "open",
                "reported",
                "returned",
                "verified",
                name="remedy",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.CheckConstraint("remedy <> ''", name=op.f("ck_findings_has_remedy")),
        sa.CheckConstraint("text <> ''", name=op.f("ck_findings_has_text")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["inspection_items.id"], name=op.f("fk_findings_item_id_inspection_items")
        ),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspections.id"], name=op.f("fk_findings_inspection_id_inspections")
        ),
        sa.ForeignKeyConstraint(
            ["responsible_unit_id"], ["units.id"], name=op.f("fk_findings_responsible_unit_id_units")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findings")),
        sa.UniqueConstraint("item_id", name=op.f("uq_findings_item_id")),
    )
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_findings_responsible_unit_id_state_due_on", ["responsible_unit_id", "state", "due_on"], unique=False
        )
        batch_op.create_index("ix_findings_state_due_on", ["state", "due_on"], unique=False)
        batch_op.create_index("ix_findings_inspection_id_state_due_on", ["inspection_id", "state", "due_on"])
        batch_op.create_index("ix_findings_responsible_unit_id_inspection_id", ["responsible_unit_id", "inspection_id"])

    op.create_table(
        "item_evidence",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachments.id"],
            name=op.f("fk_item_evidence_attachment_id_attachments"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["item_id"], ["inspection_items.id"], name=op.f("fk_item_evidence_item_id_inspection_items")
        ),
        sa.PrimaryKeyConstraint("item_id", "attachment_id", name=op.f("pk_item_evidence")),
    )
    op.create_table(
        "corrective_actions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_corrective_actions_has_text")),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["findings.id"], name=op.f("fk_corrective_actions_finding_id_findings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrective_actions")),
    )
    with op.batch_alter_table("corrective_actions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_corrective_actions_finding_id"), ["finding_id"], unique=False)

    op.create_table(
        "action_evidence",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["corrective_actions.id"], name=op.f("fk_action_evidence_action_id_corrective_actions")
        ),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachments.id"], name=op.f("fk_action_evidence_attachment_id_attachments")
        ),
        sa.PrimaryKeyConstraint("action_id", "attachment_id", name=op.f("pk_action_evidence")),
    )


def downgrade() -> None:
    op.drop_table("action_evidence")
    with op.batch_alter_table("corrective_actions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_corrective_actions_finding_id"))

    op.drop_table("corrective_actions")
    op.drop_table("item_evidence")
    with op.batch_alter_table("findings", schema=None) as batch_op:
        batch_op.drop_index("ix_findings_responsible_unit_id_inspection_id")
        batch_op.drop_index("ix_findings_inspection_id_state_due_on")
        batch_op.drop_index("ix_findings_state_due_on")
        batch_op.drop_index("ix_findings_responsible_unit_id_state_due_on")

    op.drop_table("findings")
    op.drop_table("inspection_items")
    with op.batch_alter_table("inspections", schema=None) as batch_op:
        batch_op.drop_index("ix_inspections_inspected_unit_id")

    op.drop_table("inspections")
    op.drop_table("checklist_items")
    op.drop_table("checklists")
    forget_inspections()


def forget_inspections() -> None:
    """Without their own table, the records of inspections could no longer be opened."""
    for table in ("attachments", "audit_entries"):
        op.execute(f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM records WHERE kind = 'inspection')")
    op.execute("DELETE FROM records WHERE kind = 'inspection'")

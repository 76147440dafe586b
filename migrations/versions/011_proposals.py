"""proposals: how procedures could be made simpler, and the hourly rate that costs are reckoned by"""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "011"
down_revision = "010"

INPUTS = ("hours", "fees", "other", "times", "subjects", "days")
SIDES = ("before", "after")
KIND = "proposal"


def among(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    create_rates()
    create_proposals()
    op.create_table(
        "amendments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("clause", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("change", sa.String(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_amendments_has_text")),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposals.id"], name=op.f("fk_amendments_proposal_id_proposals")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendments")),
    )
    op.create_index("ix_amendments_proposal_id", "amendments", ["proposal_id"])


def create_rates() -> None:
    rates = op.create_table(
        "labour_rates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("rate > 0", name=op.f("ck_labour_rates_is_something")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_labour_rates")),
        sa.UniqueConstraint("effective_from", name=op.f("uq_labour_rates_effective_from")),
    )
    basis = "Thu nhập bình quân năm 2024, như các phương án đã công bố. Cần đối chiếu văn bản gốc."
    op.bulk_insert(rates, [{"effective_from": date(2025, 1, 1), "rate": 40_000, "basis": basis, "version": 1}])


def amounts() -> list[sa.Column]:
    kinds = {"hours": sa.Numeric(8, 2), "fees": sa.BigInteger(), "other": sa.BigInteger()}
    return [
        sa.Column(f"{name}_{side}", kinds.get(name, sa.Integer()), nullable=False) for name in INPUTS for side in SIDES
    ]


def not_negative() -> list[sa.CheckConstraint]:
    return [
        sa.CheckConstraint(f"{name}_{side} >= 0", name=op.f(f"ck_proposals_{name}_{side}_not_negative"))
        for name in INPUTS
        for side in SIDES
    ]


def create_proposals() -> None:
    measures = ("abolish", "merge", "drop_paper", "shorten", "move_online", "decentralise")
    rule = "ck_proposals"
    op.create_table(
        "proposals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("about", among("about", "procedure", "internal"), nullable=False),
        sa.Column("procedure_code", sa.String(), nullable=False),
        sa.Column("procedure_name", sa.String(), nullable=False),
        sa.Column("is_business", sa.Boolean(), nullable=False),
        sa.Column("measure", among("measure", *measures), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("present_rule", "problem", "proposal", "reason")),
        *amounts(),
        sa.Column("labour_rate_id", sa.Integer(), nullable=False),
        sa.Column("annual_cost_before", sa.BigInteger(), nullable=False),
        sa.Column("annual_cost_after", sa.BigInteger(), nullable=False),
        sa.Column("outcome", among("outcome", "not_sent", "sent", "accepted", "refused"), nullable=False),
        sa.Column("sent_document", sa.String(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("outcome_document", sa.String(), nullable=False),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("outcome_note", sa.String(), nullable=False),
        sa.CheckConstraint("procedure_name <> ''", name=op.f(f"{rule}_has_procedure")),
        *not_negative(),
        sa.CheckConstraint(
            "annual_cost_before >= 0 AND annual_cost_after >= 0", name=op.f(f"{rule}_costs_not_negative")
        ),
        sa.CheckConstraint(
            "measure <> 'abolish' OR annual_cost_after = 0", name=op.f(f"{rule}_what_is_abolished_costs_nothing")
        ),
        sa.CheckConstraint(
            "measure <> 'abolish' OR days_after = 0", name=op.f(f"{rule}_what_is_abolished_takes_no_days")
        ),
        sa.CheckConstraint("(outcome = 'not_sent') = (sent_on IS NULL)", name=op.f(f"{rule}_sent_has_day")),
        sa.CheckConstraint("(sent_on IS NULL) = (sent_document = '')", name=op.f(f"{rule}_sent_has_document")),
        sa.CheckConstraint(
            "(outcome IN ('accepted', 'refused')) = (outcome_on IS NOT NULL)", name=op.f(f"{rule}_outcome_has_day")
        ),
        sa.CheckConstraint("(outcome_on IS NULL) = (outcome_document = '')", name=op.f(f"{rule}_outcome_has_document")),
        sa.CheckConstraint("outcome_on >= sent_on", name=op.f(f"{rule}_answered_after_sent")),
        sa.CheckConstraint("outcome <> 'refused' OR outcome_note <> ''", name=op.f(f"{rule}_refusal_has_reason")),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_proposals_id_records")),
        sa.ForeignKeyConstraint(
            ["labour_rate_id"], ["labour_rates.id"], name=op.f("fk_proposals_labour_rate_id_labour_rates")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
    )
    op.create_index("ix_proposals_labour_rate_id", "proposals", ["labour_rate_id"])
    op.create_index("ix_proposals_outcome", "proposals", ["outcome"])


def downgrade() -> None:
    """Without their own table, these records could no longer be opened."""
    for table in ("amendments", "proposals", "labour_rates"):
        op.drop_table(table)
    for table in ("attachments", "audit_entries"):
        op.execute(f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM records WHERE kind = '{KIND}')")
    op.execute(f"DELETE FROM records WHERE kind = '{KIND}'")

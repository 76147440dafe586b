"""documents: what was issued and received"""

import sqlalchemy as sa
from alembic import op

revision = "008"
down_revision = "007"

TYPES = (
    *("letter", "plan", "decision", "resolution", "directive", "notice", "guidance", "programme", "report"),
    *("submission", "telegram", "regulation", "rule", "minutes", "invitation"),
    *("law", "ordinance", "decree", "circular"),
)
PURPOSES = (
    *("direction", "plan", "inspection", "publication", "digitisation", "one_stop", "review", "training", "other"),
)


def among(name: str, *values: str) -> sa.Enum:
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("direction", among("direction", "issued", "received"), nullable=False),
        sa.Column("document_type", among("documenttype", *TYPES), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("purpose", among("purpose", *PURPOSES), nullable=False),
        sa.CheckConstraint("symbol <> ''", name=op.f("ck_documents_has_symbol")),
        sa.CheckConstraint("issuer <> ''", name=op.f("ck_documents_has_issuer")),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_documents_id_records")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index("ix_documents_symbol", "documents", ["symbol"])
    op.create_index("ix_documents_issued_on", "documents", ["issued_on"])


def downgrade() -> None:
    """Without their own table, these records could no longer be opened."""
    op.drop_table("documents")
    for table in ("attachments", "audit_entries"):
        op.execute(f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM records WHERE kind = 'document')")
    op.execute("DELETE FROM records WHERE kind = 'document'")

"""reports"""

from datetime import date
from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "005"
down_revision = "004"


OUTLINE = Path(__file__).parents[1] / "data" / "outline_2026.txt"
NAME = "Đề cương báo cáo kiểm soát TTHC cấp xã"
SUBJECT = (
    "Kết quả kiểm soát thủ tục hành chính, thực hiện cơ chế một cửa, một cửa liên thông, thủ tục hành chính "
    "trên môi trường điện tử và triển khai Nghị quyết số 131/NQ-CP, [[kỳ]]"
)


def upgrade() -> None:
    create_tables()
    fill_outline(OUTLINE.read_text(encoding="utf-8"))


def fill_outline(text: str) -> None:
    """The outline reports follow until the office writes another."""
    columns = (sa.column("name"), sa.column("subject"), sa.column("effective_from", sa.Date), sa.column("text"))
    outlines = sa.table("outlines", *columns, sa.column("version"))
    first = {"name": NAME, "subject": SUBJECT, "effective_from": date(2025, 7, 1), "text": text, "version": 1}
    op.execute(outlines.insert().values(**first))


def create_tables() -> None:
    op.create_table(
        "outlines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_outlines_has_name")),
        sa.CheckConstraint("subject <> ''", name=op.f("ck_outlines_has_subject")),
        sa.CheckConstraint("text <> ''", name=op.f("ck_outlines_has_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlines")),
        sa.UniqueConstraint("effective_from", name=op.f("uq_outlines_effective_from")),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period_code", sa.String(), nullable=False),
        sa.Column("outline_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=True),
        sa.Column("texts", sa.JSON(), nullable=True),
        sa.CheckConstraint("(facts IS NULL) = (texts IS NULL)", name=op.f("ck_reports_is_frozen_whole")),
        sa.ForeignKeyConstraint(["id"], ["records.id"], name=op.f("fk_reports_id_records")),
        sa.ForeignKeyConstraint(["outline_id"], ["outlines.id"], name=op.f("fk_reports_outline_id_outlines")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
        sa.UniqueConstraint("period_code", name=op.f("uq_reports_period_code")),
    )
    op.create_table(
        "report_sections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("composed", sa.String(), nullable=False),
        sa.Column("edited_by_id", sa.Integer(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(edited_by_id IS NULL) = (edited_at IS NULL)", name=op.f("ck_report_sections_edit_has_moment")
        ),
        sa.ForeignKeyConstraint(["edited_by_id"], ["users.id"], name=op.f("fk_report_sections_edited_by_id_users")),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name=op.f("fk_report_sections_report_id_reports")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_sections")),
        sa.UniqueConstraint("report_id", "key", name=op.f("uq_report_sections_report_id_key")),
    )


def downgrade() -> None:
    op.drop_table("report_sections")
    op.drop_table("reports")
    op.drop_table("outlines")
    forget_reports()


def forget_reports() -> None:
    """Without their own table, the records of reports could no longer be opened."""
    for table in ("attachments", "audit_entries"):
        op.execute(f"DELETE FROM {table} WHERE record_id IN (SELECT id FROM records WHERE kind = 'report')")
    op.execute("DELETE FROM records WHERE kind = 'report'")

"""report versions, readings, comments and signed copies: what stands beside a report until and after its approval"""

import sqlalchemy as sa
from alembic import op

revision = "020"
down_revision = "019"

REPORT = ("report_id", "reports")


def upgrade() -> None:
    op.create_table(
        "report_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        reference("report_versions", *REPORT),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_versions")),
        sa.UniqueConstraint("report_id", "content_hash", name=op.f("uq_report_versions_report_id_content_hash")),
    )
    op.create_table(
        "report_readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        reference("report_readings", *REPORT),
        reference("report_readings", "user_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_readings")),
        sa.UniqueConstraint("report_id", "user_id", name=op.f("uq_report_readings_report_id_user_id")),
    )
    op.create_index(op.f("ix_report_readings_user_id"), "report_readings", ["user_id"])
    create_comments()
    create_signed_copies()


def create_comments() -> None:
    op.create_table(
        "report_comments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("section_key", sa.String(), nullable=False),
        sa.Column("excerpt", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resolved_by_id", sa.Integer(), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolution", sa.String(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_report_comments_has_text")),
        sa.CheckConstraint(
            "(resolved_by_id IS NULL) = (resolved_at IS NULL)", name=op.f("ck_report_comments_resolution_has_moment")
        ),
        sa.CheckConstraint(
            "resolution = '' OR resolved_by_id IS NOT NULL", name=op.f("ck_report_comments_resolution_has_person")
        ),
        reference("report_comments", *REPORT),
        reference("report_comments", "author_id", "users"),
        reference("report_comments", "resolved_by_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_comments")),
    )
    op.create_index(op.f("ix_report_comments_report_id"), "report_comments", ["report_id"])


def create_signed_copies() -> None:
    verdicts = sa.Enum(
        "matches", "differs", "unreadable", name="verdict", native_enum=False, create_constraint=True, length=32
    )
    op.create_table(
        "signed_copies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("pages", sa.JSON(), nullable=False),
        sa.Column("verdict", verdicts, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("added_by_id", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_signed_copies_is_not_empty")),
        sa.CheckConstraint("name <> ''", name=op.f("ck_signed_copies_has_name")),
        reference("signed_copies", *REPORT),
        reference("signed_copies", "added_by_id", "users"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signed_copies")),
    )
    op.create_index(op.f("ix_signed_copies_report_id"), "signed_copies", ["report_id"])


def reference(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def downgrade() -> None:
    for table in ("signed_copies", "report_comments", "report_readings", "report_versions"):
        op.drop_table(table)

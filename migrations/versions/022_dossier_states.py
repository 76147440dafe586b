"""dossier states: how dossiers stood at the ends of quarters, as the first exports after these told it"""

from collections.abc import Iterator
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "022"
down_revision = "021"

STATES = "dossier_states"
FILL = """
INSERT INTO dossier_states (code, ends_on, is_paused, due_at, due_on)
SELECT code, ends_on, is_paused, due_at, due_on
FROM (
    SELECT
        one.code AS code,
        :ends_on AS ends_on,
        one.status <> 'pending' AND COALESCE(
            CASE
                WHEN one.paused_on IS NOT NULL THEN one.paused_on
                WHEN one.status = 'paused' THEN one.received_on
            END <= :ends_on, FALSE
        ) AS is_paused,
        one.due_at AS due_at,
        one.due_on AS due_on,
        ROW_NUMBER() OVER (
            PARTITION BY one.code
            ORDER BY
                one.finished_at IS NULL, one.exported_on DESC, source.name, one.finished_at DESC NULLS LAST,
                one.status DESC NULLS LAST, one.due_at DESC NULLS LAST, one.paused_at DESC NULLS LAST,
                one.received_at DESC NULLS LAST, one.channel DESC NULLS LAST, one.procedure_code DESC NULLS LAST,
                one.procedure_name DESC NULLS LAST, one.field DESC NULLS LAST, one.unit_id DESC NULLS LAST,
                one.applicant DESC NULLS LAST
        ) AS place
    FROM source_rows AS one
    JOIN import_batches AS batch ON batch.id = one.batch_id AND batch.stage = 'published'
    JOIN dossier_sources AS source ON source.id = one.source_id
    WHERE batch.exported_on = (
        SELECT MIN(other.exported_on)
        FROM import_batches AS other
        WHERE other.source_id = batch.source_id AND other.stage = 'published' AND other.exported_on > :ends_on
    )
    AND one.received_on <= :ends_on
    AND (one.finished_on IS NULL OR one.finished_on > :ends_on)
) AS ranked
WHERE place = 1
"""


def upgrade() -> None:
    op.create_table(
        STATES,
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("is_paused", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("code", "ends_on", name=op.f(f"pk_{STATES}")),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{STATES}_ends_on_due_on", STATES, ["ends_on", "due_on", "is_paused"])
    fill = sa.text(FILL).bindparams(sa.bindparam("ends_on", type_=sa.Date()))
    for end in ends():
        op.get_bind().execute(fill, {"ends_on": end})


def ends() -> Iterator[date]:
    """The ends of quarters between the first receipt and the last export."""
    rows = sa.table("source_rows", sa.column("received_on", sa.Date()), sa.column("exported_on", sa.Date()))
    first, last = (
        op.get_bind().execute(sa.select(sa.func.min(rows.c.received_on), sa.func.max(rows.c.exported_on))).one()
    )
    if first is None:
        return
    for year in range(first.year, last.year + 1):
        for month in (3, 6, 9, 12):
            end = date(year, month, 14)
            if first <= end < last:
                yield end


def downgrade() -> None:
    op.drop_table(STATES)

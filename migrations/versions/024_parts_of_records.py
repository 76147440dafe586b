"""parts of records: a line of a record's history that is about a part of it names the part by its key

Until now the way of a remedy was found among its inspection's by the Vietnamese words of a change.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "024"
down_revision = "023"

WORDS = "Khắc phục tiêu chí "


def upgrade() -> None:
    op.add_column("audit_entries", sa.Column("part", sa.String(), nullable=False, server_default=""))
    connection = op.get_bind()
    places = connection.execute(sa.text("SELECT inspection_id, position, id FROM inspection_items"))
    items = {(inspection, position): item for inspection, position, item in places}
    told = "SELECT id, record_id, changes FROM audit_entries WHERE action LIKE '%!_remedy' ESCAPE '!'"
    for entry, inspection, changes in connection.execute(sa.text(told)).all():
        if position := position_in(changes):
            part = f"item:{items[inspection, position]}"
            named = sa.text("UPDATE audit_entries SET part = :part WHERE id = :id")
            connection.execute(named, {"part": part, "id": entry})


def position_in(changes: str | list) -> int | None:
    """The place of the criterion whose remedy the words of a change name."""
    told = json.loads(changes) if isinstance(changes, str) else changes
    words = told[0][0] if told else ""
    return int(words.removeprefix(WORDS)) if words.startswith(WORDS) else None


def downgrade() -> None:
    op.drop_column("audit_entries", "part")

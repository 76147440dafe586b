"""answers of files: what was said about one file alone, what was read of each of its lists, and rows by their sheet"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "032"
down_revision = "031"

BATCHES = sa.table(
    "import_batches",
    sa.column("id"),
    sa.column("left", sa.JSON),
    sa.column("answers", sa.JSON),
    sa.column("told", sa.JSON),
)
UNKNOWN = "unknown"
OF_A_LIST = ("sheet", "headings", "read_as", "examples")


def upgrade() -> None:
    """A word left without a meaning becomes the answer that nobody knows it. Open questions are asked anew."""
    op.add_column("import_batches", sa.Column("answers", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("rejected_rows", sa.Column("sheet", sa.String(), nullable=False, server_default=""))
    for key, left, told in rows_of(BATCHES.c.left):
        change(key, answers=dict.fromkeys(left, UNKNOWN), told=of_lists(told))
    op.drop_column("import_batches", "left")


def downgrade() -> None:
    op.add_column("import_batches", sa.Column("left", sa.JSON(), nullable=False, server_default="[]"))
    for key, answers, told in rows_of(BATCHES.c.answers):
        left = [name for name, answer in answers.items() if answer == UNKNOWN]
        change(key, left=left, told=of_one_list(told))
    op.drop_column("rejected_rows", "sheet")
    op.drop_column("import_batches", "answers")


def rows_of(column: sa.ColumnClause[Any]) -> list[Any]:
    return list(op.get_bind().execute(sa.select(BATCHES.c.id, column, BATCHES.c.told)).all())


def change(key: int, **values: Any) -> None:
    op.execute(sa.update(BATCHES).where(BATCHES.c.id == key).values(**values))


def of_lists(told: dict[str, Any]) -> dict[str, Any]:
    if not told:
        return {}
    one = {name: told.get(name, "" if name == "sheet" else []) for name in OF_A_LIST} | {"row": 0}
    return {"lists": [one], "questions": [], "doubts": told.get("doubts", []), "unread": []}


def of_one_list(told: dict[str, Any]) -> dict[str, Any]:
    if not told:
        return {}
    first = {name: told["lists"][0].get(name, []) for name in OF_A_LIST}
    return first | {"columns": [], "words": [], "doubts": told["doubts"]}

"""record_words: what records and units are found by and sorted by"""

import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "006"
down_revision = "005"

# The words of `records.search`, kept in step by the database itself. Nothing is stored twice: the
# index reads its text from `records`, keeps no positions, and holds every beginning of a word.
WORDS = """
CREATE VIRTUAL TABLE record_words USING fts5(
    search, content='records', content_rowid='id', tokenize='ascii', prefix='1 2 3 4 5 6 7', detail='none', columnsize=0
)"""
ADD = "INSERT INTO record_words (rowid, search) VALUES (new.id, new.search);"
DROP = "INSERT INTO record_words (record_words, rowid, search) VALUES ('delete', old.id, old.search);"
TRIGGERS = (
    f"CREATE TRIGGER record_words_insert AFTER INSERT ON records BEGIN {ADD} END",
    f"CREATE TRIGGER record_words_delete AFTER DELETE ON records BEGIN {DROP} END",
    "CREATE TRIGGER record_words_update AFTER UPDATE OF id, search ON records "
    f"WHEN old.id <> new.id OR old.search <> new.search BEGIN {DROP} {ADD} END",
)
POSTGRES = "CREATE INDEX record_words ON records USING gin (to_tsvector('simple', search))"


def upgrade() -> None:
    for table, name in (("units", "name"), ("records", "title")):
        op.add_column(table, sa.Column("sort_key", sa.String(), nullable=False, server_default=""))
        fill_sort_keys(table, name)
    op.create_index("ix_units_sort_key", "units", ["sort_key"])
    op.create_index("ix_records_kind_sort_key", "records", ["kind", "sort_key", "id"])
    op.drop_index("ix_records_state", table_name="records")
    op.create_index("ix_records_state", "records", ["state", "unit_id", "author_id"])
    if op.get_bind().dialect.name != "sqlite":
        op.execute(POSTGRES)
        return
    op.execute(WORDS)
    op.execute("INSERT INTO record_words (record_words) VALUES ('rebuild')")
    for trigger in TRIGGERS:
        op.execute(trigger)


def fill_sort_keys(table: str, name: str) -> None:
    rows = op.get_bind().execute(sa.text(f"SELECT id, {name} FROM {table}")).all()
    for key, text in rows:
        update = sa.text(f"UPDATE {table} SET sort_key = :sort_key WHERE id = :id")
        op.get_bind().execute(update, {"id": key, "sort_key": fold(text)[:100]})


def fold(text: str) -> str:
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return " ".join("".join(letters).lower().replace("đ", "d").split())


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER record_words_{event}")
        op.execute("DROP TABLE record_words")
    else:
        op.execute("DROP INDEX record_words")
    op.drop_index("ix_records_state", table_name="records")
    op.create_index("ix_records_state", "records", ["state"])
    op.drop_index("ix_records_kind_sort_key", table_name="records")
    op.drop_index("ix_units_sort_key", table_name="units")
    for table in ("records", "units"):
        op.drop_column(table, "sort_key")

"""parts of codes: a dossier is found by any part of its code, without every code being looked at"""

import sqlalchemy as sa
from alembic import op

revision = "033"
down_revision = "032"

# Every three letters in a row of each code, kept in step by the database itself. Nothing is stored twice: the index
# reads its text from `dossiers`.
CODES = """
CREATE VIRTUAL TABLE dossier_codes USING fts5(
    code, content='dossiers', content_rowid='id', tokenize='trigram', columnsize=0
)"""
ADD = "INSERT INTO dossier_codes (rowid, code) VALUES (new.id, new.code);"
DROP = "INSERT INTO dossier_codes (dossier_codes, rowid, code) VALUES ('delete', old.id, old.code);"
TRIGGERS = (
    f"CREATE TRIGGER dossier_codes_insert AFTER INSERT ON dossiers BEGIN {ADD} END",
    f"CREATE TRIGGER dossier_codes_delete AFTER DELETE ON dossiers BEGIN {DROP} END",
    "CREATE TRIGGER dossier_codes_update AFTER UPDATE OF id, code ON dossiers "
    f"WHEN old.id <> new.id OR old.code <> new.code BEGIN {DROP} {ADD} END",
)
POSTGRES = "CREATE INDEX dossier_codes ON dossiers USING gin (code gin_trgm_ops)"


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        index_in_postgres()
        return
    op.execute(CODES)
    op.execute("INSERT INTO dossier_codes (dossier_codes) VALUES ('rebuild')")
    for trigger in TRIGGERS:
        op.execute(trigger)


def index_in_postgres() -> None:
    """Where the database's owner may have the extension; elsewhere the codes are read one after the other."""
    connection = op.get_bind()
    try:
        with connection.begin_nested():
            connection.execute(sa.text("CREATE EXTENSION IF NOT EXISTS pg_trgm"))
            connection.execute(sa.text(POSTGRES))
    except sa.exc.DBAPIError:
        return


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP INDEX IF EXISTS dossier_codes")
        return
    for event in ("insert", "delete", "update"):
        op.execute(f"DROP TRIGGER dossier_codes_{event}")
    op.execute("DROP TABLE dossier_codes")

"""kind of office: ward, commune or special zone as its name tells it so far, its short name and its province"""

import sqlalchemy as sa
from alembic import op

revision = "026"
down_revision = "025"

KINDS = (("ward", "phường"), ("special_zone", "đặc khu"), ("commune", "xã"))
RULE = "ck_office_officekind"


def upgrade() -> None:
    known = ", ".join(f"'{kind}'" for kind, _ in KINDS)
    op.execute(f"ALTER TABLE office ADD COLUMN kind VARCHAR(32) CONSTRAINT {RULE} CHECK (kind IN ({known}))")
    op.add_column("office", sa.Column("short_name", sa.String(), nullable=False, server_default=""))
    op.add_column("office", sa.Column("province", sa.String(), nullable=False, server_default=""))
    connection = op.get_bind()
    for name in connection.scalars(sa.text("SELECT name FROM office")).all():
        kind = next((kind for kind, word in KINDS if word in name.casefold()), None)
        connection.execute(sa.text("UPDATE office SET kind = :kind"), {"kind": kind})


def downgrade() -> None:
    for column in ("kind", "short_name", "province"):
        op.drop_column("office", column)

"""Which row goes before which, of those that several systems, and several exports of one, have of a dossier."""

from intranet.dossiers.models import SourceRow
from intranet.dossiers.rows import CONTENT

ROWS = SourceRow.__table__
# Of two exports of one day that differ, the one further on counts, then the content, lest the order of import decide.
TIES = tuple(ROWS.c["unit_id" if name == "unit" else name].desc().nulls_last() for name in CONTENT)
FRESHEST = (ROWS.c.exported_on.desc(), ROWS.c.finished_at.is_(None), *TIES)

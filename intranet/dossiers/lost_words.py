"""The words that are looked for in a file whose program wrote "?" for the letters it lacked. Pure."""

from collections.abc import Hashable, Sequence

from intranet.dossiers.gathering import Known
from intranet.dossiers.rows import Doubt
from intranet.dossiers.synonyms import FINISHED_BESIDE_DUE, KNOWN_CHANNELS, KNOWN_COLUMNS, KNOWN_STATUSES
from intranet.kernel.tables.headings import key, keys
from intranet.kernel.tables.lost_letters import restored
from intranet.kernel.tables.reading import Table

TITLES = keys("ngày kết xuất, thời điểm kết xuất, ngày trích xuất, ngày xuất, ngày in, ngày lập")
LOST_LETTERS = (
    "Tệp đã mất một số chữ có dấu, chỗ mất hiện là “?”. Các từ quen thuộc vẫn được hiểu, nhưng tên riêng thì không. "
    "Nên kết xuất lại thành tệp Excel hoặc CSV UTF-8."
)


def with_letters(tables: Sequence[Table], known: Known) -> tuple[list[Table], list[Doubt]]:
    """The tables with the letters they lost, as far as these are known, and a doubt where any were lost."""
    words = words_of(known)
    found = [restored(table, words) for table in tables]
    doubts = [
        Doubt(0, "", "", LOST_LETTERS, sheet=table.name)
        for table, before in zip(found, tables, strict=True)
        if table is not before
    ]
    return found, doubts


def words_of(known: Known) -> dict[str, Hashable]:
    """What headings, statuses and channels mean by their keys; names that the office knows mean themselves."""
    remembered = known.remembered
    names = (*TITLES, *(key(name) for family in (known.fields, known.units) for name in family or ()))
    return {
        **{name: name for name in names},
        **KNOWN_COLUMNS,
        **dict.fromkeys(FINISHED_BESIDE_DUE, FINISHED_BESIDE_DUE),
        **KNOWN_STATUSES,
        **KNOWN_CHANNELS,
        **remembered.columns,
        **remembered.statuses,
        **remembered.channels,
    }

"""What a procedure of the catalogue can be, and the words a published list says it with. Pure."""

from collections.abc import Mapping
from typing import Any

from intranet.kernel.labels import Labelled
from intranet.kernel.tables.headings import key, keys


class Handling(Labelled):
    """Through which counter it goes; what is interlinked is counted apart from the rest of one-stop."""

    ONE_STOP = "one_stop", "Một cửa"
    INTERLINKED = "interlinked", "Một cửa liên thông"
    OTHER = "other", "Không qua một cửa"


class OnlineLevel(Labelled):
    """How much of it can be done online."""

    FULL = "full", "Toàn trình"
    PARTIAL = "partial", "Một phần"
    NONE = "none", "Chưa trực tuyến"


class CatalogueColumn(Labelled):
    """What a column of the list holds; the labels are the form's, too."""

    ORDINAL = "ordinal", "STT"
    CODE = "code", "Mã TTHC"
    NAME = "name", "Tên TTHC"
    FIELD_NAME = "field_name", "Lĩnh vực"
    HANDLING = "handling", "Cơ chế giải quyết"
    ONLINE = "online", "Mức độ trực tuyến"
    POSTAL = "postal", "Qua BCCI"
    ON_SITE = "on_site", "Thực hiện “4 tại chỗ”"
    IS_PUBLISHED = "is_published", "Đã công khai"
    TIME_LIMIT = "time_limit_days", "Thời hạn (ngày làm việc)"
    DECISION = "decision", "Quyết định công bố"
    EFFECTIVE_FROM = "effective_from", "Hiệu lực từ ngày"
    EFFECTIVE_TO = "effective_to", "Hiệu lực đến hết ngày"


# Without these a row would say something else than it does; the others keep what is stored where a list lacks them.
REQUIRED = (
    CatalogueColumn.CODE,
    CatalogueColumn.NAME,
    CatalogueColumn.FIELD_NAME,
    CatalogueColumn.HANDLING,
    CatalogueColumn.ONLINE,
    CatalogueColumn.EFFECTIVE_FROM,
)

HEADINGS: dict[CatalogueColumn, tuple[str, ...]] = {
    CatalogueColumn.ORDINAL: keys("STT, TT, số thứ tự"),
    CatalogueColumn.CODE: keys(
        "mã TTHC, mã thủ tục, mã thủ tục hành chính, mã số TTHC, mã số thủ tục, mã số thủ tục hành chính"
    ),
    CatalogueColumn.NAME: keys("tên thủ tục hành chính, tên TTHC, tên thủ tục, thủ tục hành chính, tên dịch vụ công"),
    CatalogueColumn.FIELD_NAME: keys("lĩnh vực, tên lĩnh vực, lĩnh vực TTHC, lĩnh vực thủ tục hành chính"),
    CatalogueColumn.HANDLING: keys("cơ chế, cơ chế giải quyết, cơ chế thực hiện, cơ chế một cửa"),
    CatalogueColumn.ONLINE: keys(
        "mức độ DVC trực tuyến, mức độ dịch vụ công trực tuyến, mức độ DVC, mức độ dịch vụ công, mức độ trực tuyến, "
        "dịch vụ công trực tuyến, DVC trực tuyến, mức độ, DVCTT, mức độ DVCTT"
    ),
    CatalogueColumn.POSTAL: keys(
        "tiếp nhận qua BCCI, qua BCCI, BCCI, bưu chính công ích, qua bưu chính công ích, "
        "tiếp nhận qua bưu chính công ích, dịch vụ BCCI, dịch vụ bưu chính công ích"
    ),
    CatalogueColumn.ON_SITE: keys("4 tại chỗ, bốn tại chỗ, thực hiện 4 tại chỗ, giải quyết 4 tại chỗ"),
    CatalogueColumn.IS_PUBLISHED: keys("đã công khai, công khai, niêm yết công khai, tình trạng công khai"),
    CatalogueColumn.TIME_LIMIT: keys(
        "thời hạn giải quyết, thời hạn, thời gian giải quyết, thời hạn giải quyết ngày làm việc, "
        "thời hạn ngày làm việc, số ngày giải quyết, thời gian giải quyết ngày làm việc"
    ),
    CatalogueColumn.DECISION: keys(
        "quyết định công bố, số quyết định công bố, quyết định, văn bản công bố, số quyết định"
    ),
    CatalogueColumn.EFFECTIVE_FROM: keys(
        "hiệu lực từ, hiệu lực từ ngày, ngày hiệu lực, ngày có hiệu lực, có hiệu lực từ, có hiệu lực từ ngày, "
        "ngày bắt đầu hiệu lực, áp dụng từ, áp dụng từ ngày"
    ),
    CatalogueColumn.EFFECTIVE_TO: keys("hiệu lực đến, hiệu lực đến ngày, hiệu lực đến hết ngày, áp dụng đến hết ngày"),
}
# The last day in force, or the first day without? Nobody can tell, so who sends the list is asked.
UNCLEAR_ENDS = frozenset(keys("ngày hết hiệu lực, hết hiệu lực, hết hiệu lực từ, hết hiệu lực từ ngày, ngày bãi bỏ"))
COLUMN_OF = {name: column for column, names in HEADINGS.items() for name in names}

YES = dict.fromkeys(keys("có, x, 1, đã công khai, công khai, true"), True)
NO = dict.fromkeys(("", *keys("không, 0, chưa, chưa công khai, không công khai, false")), False)
WORDS: dict[CatalogueColumn, Mapping[str, Any]] = {
    CatalogueColumn.POSTAL: YES | NO,
    CatalogueColumn.ON_SITE: YES | NO,
    # All are published unless marked otherwise.
    CatalogueColumn.IS_PUBLISHED: YES | NO | {"": True},
    CatalogueColumn.HANDLING: dict.fromkeys(keys("một cửa, 1 cửa, cơ chế một cửa"), Handling.ONE_STOP)
    | dict.fromkeys(
        keys("một cửa liên thông, liên thông, 1 cửa liên thông, cơ chế một cửa liên thông"), Handling.INTERLINKED
    )
    | dict.fromkeys(keys("không qua một cửa, ngoài một cửa, không, khác"), Handling.OTHER),
    CatalogueColumn.ONLINE: dict.fromkeys(
        keys("toàn trình, trực tuyến toàn trình, DVC toàn trình, DVCTT toàn trình, dịch vụ công trực tuyến toàn trình"),
        OnlineLevel.FULL,
    )
    | dict.fromkeys(
        keys("một phần, trực tuyến một phần, DVC một phần, DVCTT một phần, dịch vụ công trực tuyến một phần"),
        OnlineLevel.PARTIAL,
    )
    | dict.fromkeys(
        keys("chưa trực tuyến, không trực tuyến, không, chưa, chưa cung cấp, không cung cấp, trực tiếp"),
        OnlineLevel.NONE,
    ),
}
TICKS, DASHES = frozenset("✓✔☑√"), frozenset("-–—")


def meaning(column: CatalogueColumn, text: str) -> Any:
    """What a word says in a column; None where it says nothing that is known."""
    if text in TICKS:
        return WORDS[column].get("x")
    word = key(text)
    return WORDS[column].get(word) if word or not text or text in DASHES else None

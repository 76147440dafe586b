"""Single receipts whose day and month are exchanged, as the days in their codes show. Pure.

Whatever the cells are: where some of a column were exchanged and others not, no reading of the whole column is right.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from intranet.dossiers.code_days import RUN
from intranet.dossiers.day_evidence import credible
from intranet.dossiers.day_questions import MONTHS, OpenColumn
from intranet.dossiers.gathering import Known
from intranet.dossiers.questions import UNKNOWN, AnswerOption, Question, QuestionKind
from intranet.kernel.formats import date_text, number
from intranet.kernel.tables.cells import AHEAD_OF_UTC, day_of, text_of

BY_CODE = "by_code"
LOOKED_AT = 200  # codes, by which a list is told whose codes carry no day

ASKED = (
    "Cột “{heading}” có {count} hồ sơ ghi ngày trái với ngày trong mã, nhưng đổi chỗ ngày và tháng thì đúng, như hồ sơ"
    " {code}: ghi {written}, mã ghi {meant}. Đọc các hồ sơ này thế nào?"
)
LABELS = {
    UNKNOWN: "Đúng như đang ghi: ngày {written}",
    BY_CODE: "Đổi lại ngày và tháng theo mã hồ sơ: ngày {meant}",
}

Exchanged = Mapping[tuple[str, datetime], datetime]  # of a code and the receipt as it is written: what is meant


def look_for_exchanged(
    received: OpenColumn, codes: Sequence[Any], known: Known, is_open: bool
) -> tuple[Exchanged, Question | None]:
    """The receipts to be exchanged, where somebody said so, else what is to be asked; `is_open`: its order is asked."""
    key = received.name.replace("order:", "exchanged:")
    if is_open or UNKNOWN in (known.answers.get(received.name), known.answers.get(key)):
        return {}, None
    found = exchanged(received, codes)
    if not found or known.answers.get(key) == BY_CODE:
        return found, None
    return {}, exchange_question(key, received.heading, found)


def exchanged(received: OpenColumn, codes: Sequence[Any]) -> Exchanged:
    """What exchanging makes the very day of its code, where the codes of the list are to be believed."""
    if not any(RUN.search(text_of(code)) for code in codes[:LOOKED_AT]):
        return {}
    texts, moments = list(map(text_of, codes)), received.read(received.style)
    suspects = {
        at: turned
        for at, (code, moment) in enumerate(zip(texts, moments, strict=True))
        if moment
        and any(run in code for run in runs_if_turned((moment + AHEAD_OF_UTC).date()))
        and (turned := turned_round(moment))
    }
    if not suspects:
        return {}
    days = credible(texts, received.bounds, [moments, [suspects.get(at) for at in range(len(texts))]])
    return {
        (texts[at], moment): turned
        for at, turned in suspects.items()
        if days and days[at] == day_of(turned) and (moment := moments[at])
    }


@cache
def runs_if_turned(day: date) -> tuple[str, ...]:
    """How a code has the day whose day and month are exchanged; nothing where that makes no other day."""
    if day.day > MONTHS or day.day == day.month:
        return ()
    turned = day.replace(month=day.day, day=day.month)
    return f"{turned:%y%m%d}", f"{turned:%d%m%y}", f"{turned:%d%m%Y}"


def turned_round(moment: datetime) -> datetime:
    local = moment + AHEAD_OF_UTC
    return local.replace(month=local.day, day=local.month) - AHEAD_OF_UTC


def exchange_question(key: str, heading: str, found: Exchanged) -> Question:
    (code, first), second = next(iter(found.items()))
    days = {"written": date_text(day_of(first)), "meant": date_text(day_of(second))}
    text = ASKED.format(heading=heading, count=number(len(found)), code=code, **days)
    options = tuple(AnswerOption(value, label.format(**days)) for value, label in LABELS.items())
    return Question(QuestionKind.CHOICE, key, text, options, is_remembered=False)

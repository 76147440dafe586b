"""Which period a report says it tells, and on which day it was made out. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intranet.kernel.period import Period
from intranet.reading.dates import Day, dates
from intranet.reading.layout import CAPITAL
from intranet.reading.letters import small
from intranet.reading.manuscript import Manuscript, Paragraph

QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "một": 1, "hai": 2, "ba": 3, "bốn": 4}
YEAR = r"(?:\s*[/,-]\s*|\s*[,(]?\s*năm\s+|\s+)(?P<{}>20\d\d)(?!\d)"
PERIOD = re.compile(
    rf"(?<!\w)quý\s+(?P<quarter>iv|i{{1,3}}|[1-4]|một|hai|ba|bốn){YEAR.format('q')}|"
    rf"(?<!\w)0?(?P<months>[69]|sáu|chín)\s+tháng(?:\s+đầu)?(?:\s+năm|\s*/)\s*(?P<h>20\d\d)(?!\d)|"
    r"(?<!\w)năm\s+(?P<y>20\d\d)(?!\d)"
)
PART_OF_YEAR = re.compile(r"(?:tháng\s+[\d….]*|đầu|cuối|quý\s+\S+,?|so với|cùng kỳ)\s*$")
AHEAD = re.compile(r"(?:phương hướng|nhiệm vụ|kế hoạch|dự kiến|so với|cùng kỳ|chương trình|giai đoạn)[^.;]{0,60}$")
PLACE_AND_DATE = re.compile(
    rf"(?:^|\t|/[A-ZĐ]+-\S+\s+)[{CAPITAL}][^\s:;/,]*(?:\s[^\s:;/,]+){{0,4}}(?P<comma>,)?\s+[Nn]gày\s"
    r"[\d\s/.…-]*(?:tháng[\d\s.…]*năm[\d\s.…]*)?$",
    re.MULTILINE,
)
LONGEST_TITLE = 400


@dataclass(frozen=True)
class Named:
    """A period as a text names it."""

    start: int
    end: int
    period: Period


def named_periods(text: str) -> tuple[Named, ...]:
    """Quý I/2026; quý 1 năm 2026; 6 tháng đầu năm 2026; năm 2026, where it is not a part of another date."""
    return tuple(_named(small(text)))


def _named(text: str) -> Iterator[Named]:
    for match in PERIOD.finditer(text):
        if match["q"]:
            code = f"{match['q']}-Q{QUARTERS[match['quarter']]}"
        elif match["h"]:
            code = f"{match['h']}-{'H1' if match['months'] in ('6', 'sáu') else '9M'}"
        elif PART_OF_YEAR.search(text[: match.start()]):
            continue
        else:
            code = f"{match['y']}-Y"
        yield Named(match.start(), match.end(), Period.parse(code))


def title_of(manuscript: Manuscript) -> tuple[Paragraph, ...]:
    """What stands above the text: from "BÁO CÁO" to the address, or all before the first heading of a bare text."""
    head = manuscript.part("head")
    if head:
        begins = next((at for at, it in enumerate(head) if it.text.upper().startswith("BÁO CÁO")), len(head))
        return tuple(it for it in head[begins:] if not it.text.startswith("Kính gửi"))
    return tuple(it for it in opening(manuscript) if len(it.text) <= LONGEST_TITLE and it.text[-1] not in ".:;")


def opening(manuscript: Manuscript) -> tuple[Paragraph, ...]:
    """The paragraphs of the text itself that stand above its first heading."""
    above: list[Paragraph] = []
    for paragraph in manuscript.body:
        if paragraph.kind in ("heading", "row") or paragraph.number:
            break
        above.append(paragraph)
    return tuple(above)


def title_period(manuscript: Manuscript) -> Period | None:
    """The period of its title, else the one its first sentences say they report of."""
    title = " ".join(paragraph.text for paragraph in title_of(manuscript))
    said = " ".join(text[text.find("báo cáo") :] for it in opening(manuscript) if "báo cáo" in (text := small(it.text)))
    return _foremost(title) or _foremost(said)


def _foremost(text: str) -> Period | None:
    """The first period that is not ahead; a quarter goes before the year of a plan named beside it."""
    text = small(text)
    periods = [it.period for it in _named(text) if not AHEAD.search(text[: it.start])]
    return next((it for it in periods if it.kind != "Y"), periods[0] if periods else None)


def report_date(manuscript: Manuscript) -> tuple[Paragraph, Day] | None:
    """The day on which it was made out, "Tam Thanh, ngày 18 tháng 3 năm 2026", and the line that says so."""
    beside = (*manuscript.part("head"), *manuscript.part("tail"))
    for paragraph in (*beside, *opening(manuscript), *manuscript.body[-2:]):
        match = PLACE_AND_DATE.search(paragraph.text)
        if match and (match["comma"] or paragraph in beside):
            return next(((paragraph, day) for day in dates(paragraph.text) if day.start >= match.start()), None)
    return None

"""The days that dossiers' codes carry, as in "H37.14-260305-0001", where all codes of a list carry them alike. Pure."""

import re
from collections.abc import Sequence
from datetime import date

RUN = re.compile(r"(?<![0-9])(?:[0-9]{8}|[0-9]{6})(?![0-9])")
# Where year, month and day stand in a run of digits; a year of two digits is one of this century.
SHAPES = {
    "yyMMdd": (slice(0, 2), slice(2, 4), slice(4, 6)),
    "ddMMyy": (slice(4, 6), slice(2, 4), slice(0, 2)),
    "yyyyMMdd": (slice(0, 4), slice(4, 6), slice(6, 8)),
    "ddMMyyyy": (slice(4, 8), slice(2, 4), slice(0, 2)),
}
MOST_RUNS = 3
CARRIED = 0.8  # of the codes must carry a day for it to be one

CodeDays = Sequence[date | None]


def readings(codes: Sequence[str], first_year: int, last_year: int) -> list[CodeDays]:
    """Each way in which nearly all codes carry a day of these years: the day of each code."""
    runs = [RUN.findall(code) for code in codes]
    found: list[CodeDays] = []
    for shape, parts in SHAPES.items():
        for place in range(MOST_RUNS):
            days = [day_in(run[place], shape, parts) if place < len(run) else None for run in runs]
            kept = [day if day and first_year <= day.year <= last_year else None for day in days]
            if kept and sum(day is not None for day in kept) >= CARRIED * len(kept):
                found.append(kept)
    return found


def carries(code: str, day: date) -> bool:
    """Whether a code has a day in it, in any of the shapes."""
    return any(day_in(run, shape, parts) == day for run in RUN.findall(code) for shape, parts in SHAPES.items())


def day_in(run: str, shape: str, parts: tuple[slice, slice, slice]) -> date | None:
    if len(run) != len(shape):
        return None
    year, month, day = (int(run[part]) for part in parts)
    try:
        return date(year if year > 99 else year + 2000, month, day)
    except ValueError:
        return None

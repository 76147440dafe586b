"""Reporting periods and their windows by Decree 09/2019/NĐ-CP, article 12. Pure."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

Kind = Literal["Q", "H1", "9M", "Y"]

# What follows the year in a code: the month the period closes in, and how many months it spans.
SHAPES = {"Q1": (3, 3), "Q2": (6, 3), "H1": (6, 6), "Q3": (9, 3), "9M": (9, 9), "Q4": (12, 3), "Y": (12, 12)}
SUFFIXES = {shape: suffix for suffix, shape in SHAPES.items()}
KINDS: dict[int, Kind] = {3: "Q", 6: "H1", 9: "9M", 12: "Y"}
FIRST_YEAR, LAST_YEAR = 2000, 2100
HOW_TO_WRITE = (
    f"Hãy nhập kỳ báo cáo theo mẫu 2026-Q1 (quý I đến quý IV: Q1, Q2, Q3, Q4), 2026-H1 (6 tháng đầu năm), "
    f"2026-9M (9 tháng đầu năm) hoặc 2026-Y (cả năm); năm từ {FIRST_YEAR} đến {LAST_YEAR}."
)


@dataclass(frozen=True, order=True)
class Period:
    """Months closing on the 14th of `closing_month`. Sorts by what closes first, then the shorter one."""

    year: int
    closing_month: int
    months: int

    def __post_init__(self) -> None:
        known = (self.closing_month, self.months) in SUFFIXES
        if not known or not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(HOW_TO_WRITE)

    @classmethod
    def parse(cls, code: str) -> "Period":
        """The period written as 2026-Q1, 2026-H1, 2026-9M or 2026-Y; ValueError tells how to write it."""
        match = re.fullmatch(r"([0-9]{4})-(Q[1-4]|H1|9M|Y)", code)
        if match is None:
            raise ValueError(HOW_TO_WRITE)
        return cls(int(match[1]), *SHAPES[match[2]])

    @classmethod
    def of_year(cls, year: int) -> tuple["Period", ...]:
        """Every period of a year in their order: Q1, Q2, H1, Q3, 9M, Q4, Y."""
        return tuple(cls(year, *shape) for shape in SHAPES.values())

    @classmethod
    def containing(cls, day: date, kind: Kind = "Q") -> "Period":
        """The period of this kind around a day; ValueError where H1 or 9M has closed already."""
        year = day.year + ((day.month, day.day) >= (12, 15))
        for period in cls.of_year(year):
            if period.kind == kind and period.contains(day):
                return period
        raise ValueError("Ngày này không thuộc kỳ báo cáo nào của loại đã chọn. Hãy chọn theo quý hoặc cả năm.")

    @property
    def code(self) -> str:
        return f"{self.year}-{SUFFIXES[self.closing_month, self.months]}"

    @property
    def kind(self) -> Kind:
        return KINDS[self.months]

    @property
    def quarter(self) -> int:
        """The quarter the period closes with, 1 to 4."""
        return self.closing_month // 3

    @property
    def quarters(self) -> tuple["Period", ...]:
        """The quarters it is made of; a quarter by itself."""
        if self.kind == "Q":
            return (self,)
        return tuple(Period(self.year, 3 * quarter, 3) for quarter in range(1, self.quarter + 1))

    @property
    def start(self) -> date:
        """The first day: the 15th of the month before the period's first month."""
        opening_month = self.closing_month - self.months
        return date(self.year, opening_month, 15) if opening_month else date(self.year - 1, 12, 15)

    @property
    def end(self) -> date:
        """The last day, counted in."""
        return date(self.year, self.closing_month, 14)

    @property
    def label(self) -> str:
        if self.kind == "Q":
            return f"Quý {roman(self.quarter)}/{self.year}"
        if self.kind == "Y":
            return f"Năm {self.year}"
        return f"{self.months} tháng đầu năm {self.year}"

    @property
    def outlook(self) -> str:
        """The time its plans are made for: the rest of the year, or the year after."""
        left = 12 - self.closing_month
        if left == 0:
            return f"năm {self.year + 1}"
        if left == 3:
            return f"quý IV năm {self.year}"
        return f"{left} tháng cuối năm {self.year}"

    @property
    def next(self) -> "Period":
        return self._moved(1)

    @property
    def previous(self) -> "Period":
        return self._moved(-1)

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end

    def _moved(self, step: int) -> "Period":
        """The period of the same kind `step` quarters, or else years, away; ValueError beyond the known years."""
        if self.kind != "Q":
            return replace(self, year=self.year + step)
        years, quarters = divmod(self.quarter - 1 + step, 4)
        return replace(self, year=self.year + years, closing_month=3 * quarters + 3)


def roman(quarter: int) -> str:
    """A quarter's number as offices write it: I to IV."""
    return ("I", "II", "III", "IV")[quarter - 1]

"""Which of a year's reports the office owes, and how long after the closing day it may take to send them."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intranet.kernel.db import db
from intranet.kernel.period import SHAPES, Period

MOST_DAYS = 60
SHAPE_LIST = ", ".join(f"'{shape}'" for shape in SHAPES)


class ReportDuty(db.Model):
    """One row for each shape of period there is (Q1, H1, Y), owed or not; none is ever added or taken away."""

    __tablename__ = "report_duties"
    __table_args__ = (
        CheckConstraint(f"shape IN ({SHAPE_LIST})", name="names_a_shape"),
        CheckConstraint(f"working_days BETWEEN 0 AND {MOST_DAYS}", name="days_are_few"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    shape: Mapped[str] = mapped_column(unique=True)
    is_owed: Mapped[bool]
    working_days: Mapped[int]
    owed_from: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}
    labels: ClassVar[dict[str, str]] = {
        "is_owed": "Phải gửi báo cáo này",
        "working_days": "Số ngày làm việc sau ngày chốt số liệu",
        "owed_from": "Theo dõi từ ngày",
    }

    def of_year(self, year: int) -> Period:
        return Period(year, *SHAPES[self.shape])

    def __str__(self) -> str:
        """Báo cáo quý I, Báo cáo 6 tháng đầu năm, Báo cáo năm"""
        any_year = Period(2000, *SHAPES[self.shape]).label
        named = any_year.replace("/2000", "").removesuffix(" 2000")
        return f"Báo cáo {named[:1].lower()}{named[1:]}"

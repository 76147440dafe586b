"""The hourly rate that compliance costs are reckoned by: data with the day it applies from."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intranet.kernel.db import db
from intranet.kernel.formats import date_text, money


class LabourRate(db.Model):
    """What an hour of work counts for, from a day on, and where the figure comes from."""

    __tablename__ = "labour_rates"
    __table_args__ = (CheckConstraint("rate > 0", name="is_something"),)

    labels: ClassVar[dict[str, str]] = {"effective_from": "Áp dụng từ ngày", "rate": "Đồng một giờ", "basis": "Căn cứ"}

    id: Mapped[int] = mapped_column(primary_key=True)
    effective_from: Mapped[date] = mapped_column(unique=True)
    rate: Mapped[int]
    basis: Mapped[str] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    def __str__(self) -> str:
        return f"{money(self.rate)} một giờ, từ ngày {date_text(self.effective_from)}"

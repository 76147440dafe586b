"""Overdue dossiers as cases to explain: why late, and what was done about it."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Column, ColumnElement, ForeignKey, Index, Table, and_, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from intranet.categories.models import FigureCategory
from intranet.dossiers.codes import compared
from intranet.dossiers.lateness import ENDED_LATE
from intranet.dossiers.models import Dossier
from intranet.kernel.calendar import vietnam
from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.overdue.causes import ready
from intranet.overdue.lateness import lateness, workdays_late
from intranet.records.approval import approval
from intranet.records.models import Record

CONTRIBUTING = Table(
    "overdue_case_causes",
    db.metadata,
    Column("case_id", ForeignKey("overdue_cases.id"), primary_key=True),
    Column("category_id", ForeignKey("figure_categories.id"), primary_key=True, index=True),
)

# Among a great many dossiers the late ones are few, and are found by this alone.
LATE = text(ENDED_LATE)
Index("ix_dossiers_ended_late", Dossier.finished_on, Dossier.id, sqlite_where=LATE, postgresql_where=LATE)


class OverdueCase(Record):
    """A dossier that was, or is, late, or whose applicant had an apology before; counting.py says where it counts."""

    __tablename__ = "overdue_cases"
    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_identity": "overdue_case"}
    __table_args__ = (
        CheckConstraint("code <> ''", name="has_code"),
        CheckConstraint("due_on >= received_on", name="due_after_received"),
        CheckConstraint("finished_on >= due_on", name="finished_late"),  # or on that day, after the hour
        CheckConstraint("(apology_on IS NULL) = (apology_number = '')", name="apology_is_whole"),
        CheckConstraint("rescheduled_again_to IS NULL OR rescheduled_to IS NOT NULL", name="first_new_date_first"),
        Index("ix_overdue_cases_finished_on", "finished_on", "id"),
        Index("ix_overdue_cases_due_on", "due_on", "id"),
        Index("ix_overdue_cases_main_cause_id", "main_cause_id"),
        Index("ix_overdue_cases_dossier_code", "dossier_code"),
    )

    label = "Hồ sơ quá hạn"
    endpoint = "overdue.show"
    workflow = approval(ready)
    labels: ClassVar[dict[str, str]] = {
        "title": "Hồ sơ",
        "code": "Mã hồ sơ",
        "procedure_name": "Tên thủ tục",
        "unit": "Đơn vị giải quyết",
        "received_on": "Ngày tiếp nhận",
        "due_on": "Ngày hẹn trả",
        "finished_on": "Ngày kết thúc",
        "main_cause": "Nguyên nhân chính",
        "contributing": "Nguyên nhân góp phần",
        "cause_text": "Nguyên nhân khác, ghi rõ",
        "regulation_procedure": "Thủ tục vướng quy định",
        "regulation_text": "Văn bản gây vướng",
        "regulation_obstacle": "Vướng mắc của quy định",
        "explanation": "Giải trình",
        "remedy": "Cách khắc phục",
        "prevention": "Cách phòng ngừa",
        "apology_number": "Số thư xin lỗi",
        "apology_on": "Ngày thư xin lỗi",
        "rescheduled_to": "Hẹn lại ngày trả",
        "rescheduled_again_to": "Hẹn lại lần hai",
    }

    id: Mapped[int] = mapped_column(ForeignKey("records.id"), primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    dossier_code: Mapped[str]  # the same in the form in which codes of dossiers are compared
    procedure_name: Mapped[str]
    received_on: Mapped[date]
    due_on: Mapped[date]
    finished_on: Mapped[date | None]
    main_cause_id: Mapped[int | None] = mapped_column(ForeignKey("figure_categories.id"))
    cause_text: Mapped[str] = mapped_column(default="")
    regulation_procedure: Mapped[str] = mapped_column(default="")
    regulation_text: Mapped[str] = mapped_column(default="")
    regulation_obstacle: Mapped[str] = mapped_column(default="")
    explanation: Mapped[str] = mapped_column(default="")
    remedy: Mapped[str] = mapped_column(default="")
    prevention: Mapped[str] = mapped_column(default="")
    apology_number: Mapped[str] = mapped_column(default="")
    apology_on: Mapped[date | None]
    rescheduled_to: Mapped[date | None]
    rescheduled_again_to: Mapped[date | None]

    main_cause: Mapped[FigureCategory | None] = relationship()
    contributing: Mapped[list[FigureCategory]] = relationship(
        secondary=CONTRIBUTING, order_by=lambda: (FigureCategory.position, FigureCategory.id)
    )

    @validates("code")
    def note_dossier_code(self, _: str, code: str) -> str:
        """Keep what the dossier is known by beside what was written, which nobody changes after it was approved."""
        self.dossier_code = compared(code)
        return code

    @property
    def causes(self) -> Iterable[FigureCategory]:
        """The main cause first, then what contributed."""
        return ([self.main_cause] if self.main_cause else []) + list(self.contributing)

    @hybrid_property
    def is_explained(self) -> bool:
        """Whether it has a main cause and an explanation, in whatever state."""
        return self.main_cause_id is not None and self.explanation != ""

    @is_explained.inplace.expression
    @classmethod
    def _is_explained(cls) -> ColumnElement[bool]:
        return and_(cls.main_cause_id.is_not(None), cls.explanation != "")

    @property
    def workdays_late(self) -> int:
        """In working days, so far where it is still open."""
        last = self.finished_on or today()
        return workdays_late(self.due_on, self.finished_on, today(), vietnam(range(self.due_on.year, last.year + 1)))

    @property
    def lateness(self) -> str:
        return lateness(self.due_on, self.finished_on, today(), self.workdays_late)

    def search_text(self) -> str:
        return " ".join(
            (self.code, self.code.replace(".", " ").replace("-", " "), self.procedure_name, self.explanation)
        )

    def content(self) -> dict[str, Any]:
        own = {name: str(getattr(self, name) or "") for name in self.labels if name != "contributing"}
        return own | {"contributing": [cause.code for cause in self.contributing]}

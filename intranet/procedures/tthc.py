"""TTHC nội bộ: a procedure between state offices or inside one; not the steps by which an office settles a TTHC."""

from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from intranet.procedures.workflow import PARTS, TTHC
from intranet.records.models import Record


class InternalTthc(Record):
    """A procedure between state offices, or inside one, in the eleven parts in which it is announced."""

    __tablename__ = "internal_tthc"
    __mapper_args__: ClassVar[dict[str, Any]] = {"polymorphic_identity": "internal_tthc"}
    __table_args__ = (UniqueConstraint("code"), CheckConstraint("code <> ''", name="has_code"))

    label = "TTHC nội bộ"
    endpoint = "internal_tthc.show"
    workflow = TTHC
    labels: ClassVar[dict[str, str]] = {"code": "Mã TTHC nội bộ", "title": "Tên TTHC nội bộ"} | PARTS

    id: Mapped[int] = mapped_column(ForeignKey("records.id"), primary_key=True)
    code: Mapped[str]
    course: Mapped[str] = mapped_column(default="")
    manner: Mapped[str] = mapped_column(default="")
    papers: Mapped[str] = mapped_column(default="")
    time_limit: Mapped[str] = mapped_column(default="")
    subjects: Mapped[str] = mapped_column(default="")
    agency: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str] = mapped_column(default="")
    fee: Mapped[str] = mapped_column(default="")
    form_template: Mapped[str] = mapped_column(default="")
    conditions: Mapped[str] = mapped_column(default="")
    legal_basis: Mapped[str] = mapped_column(default="")

    @property
    def parts(self) -> list[tuple[str, str, str]]:
        """Each part: its name, what it is called, what it says."""
        return [(name, label, getattr(self, name)) for name, label in PARTS.items()]

    def search_text(self) -> str:
        return " ".join((self.title, self.code, self.agency))

    def content(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.labels}

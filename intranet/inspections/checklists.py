"""The checklist that inspections copy when they start, in versions."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from intranet.kernel.db import db


class Checklist(db.Model):
    """One version of the checklist: what inspections begun from its day on copy."""

    __tablename__ = "checklists"
    __table_args__ = (CheckConstraint("name <> ''", name="has_name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    effective_from: Mapped[date] = mapped_column(unique=True)

    items: Mapped[list["ChecklistItem"]] = relationship(
        back_populates="checklist", order_by="ChecklistItem.position", cascade="all, delete-orphan"
    )

    def __str__(self) -> str:
        return self.name


class ChecklistItem(db.Model):
    """One thing to check, on what basis, shown by what."""

    __tablename__ = "checklist_items"
    __table_args__ = (UniqueConstraint("checklist_id", "position"), CheckConstraint("text <> ''", name="has_text"))

    id: Mapped[int] = mapped_column(primary_key=True)
    checklist_id: Mapped[int] = mapped_column(ForeignKey("checklists.id"))
    position: Mapped[int]
    text: Mapped[str]
    basis: Mapped[str] = mapped_column(default="")
    shown_by: Mapped[str] = mapped_column(default="")
    to_confirm: Mapped[bool] = mapped_column(default=True)  # the basis still has to be held against the text in force

    checklist: Mapped[Checklist] = relationship(back_populates="items")

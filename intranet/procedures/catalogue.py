"""The catalogue of administrative procedures (TTHC) the office handles, and where the national portal shows one."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, event
from sqlalchemy.orm import Mapped, mapped_column

from intranet.kernel.clock import today
from intranet.kernel.db import db
from intranet.kernel.labels import Labelled
from intranet.kernel.search import slug, sort_key, words
from intranet.procedures.catalogue_words import CatalogueColumn, Handling, OnlineLevel
from intranet.procedures.portal import DEFAULT

__all__ = ["Handling", "OnlineLevel", "Portal", "Procedure", "Validity"]


class Validity(Labelled):
    """How a procedure stands on a day."""

    IN_FORCE = "in_force", "Còn hiệu lực"
    UPCOMING = "upcoming", "Chưa có hiệu lực"
    ABOLISHED = "abolished", "Hết hiệu lực"


class Procedure(db.Model):
    """One procedure as it was published. It is never deleted: what is abolished ends, and still counts before."""

    __tablename__ = "procedures"
    __table_args__ = (
        CheckConstraint("code <> ''", name="has_code"),
        CheckConstraint("name <> ''", name="has_name"),
        CheckConstraint("field <> ''", name="has_field"),
        CheckConstraint("time_limit_days > 0", name="takes_time"),
        CheckConstraint("effective_to >= effective_from", name="ends_after_start"),
        Index("ix_procedures_field", "field"),
        Index("ix_procedures_sort_key", "sort_key", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    field_name: Mapped[str]
    field: Mapped[str]  # the name's slug, as dossiers name their field
    handling: Mapped[Handling]
    online: Mapped[OnlineLevel]
    postal: Mapped[bool] = mapped_column(default=False)
    on_site: Mapped[bool] = mapped_column(default=False)
    is_published: Mapped[bool] = mapped_column(default=True)
    time_limit_days: Mapped[int | None]
    decision: Mapped[str] = mapped_column(default="")
    effective_from: Mapped[date]
    effective_to: Mapped[date | None]
    search_words: Mapped[str]
    sort_key: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}
    labels: ClassVar[dict[str, str]] = {
        column.value: column.label for column in CatalogueColumn if column is not CatalogueColumn.ORDINAL
    }

    def validity(self, day: date | None = None) -> Validity:
        """How it stands on a day, today where none is given."""
        day = day or today()
        if day < self.effective_from:
            return Validity.UPCOMING
        return Validity.IN_FORCE if self.effective_to is None or day <= self.effective_to else Validity.ABOLISHED

    @property
    def limit_text(self) -> str:
        return f"{self.time_limit_days} ngày làm việc" if self.time_limit_days else ""

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"


class Portal(db.Model):
    """Where the national portal shows a procedure: one row, always."""

    __tablename__ = "procedure_portal"
    __table_args__ = (CheckConstraint("id = 1", name="is_the_only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    pattern: Mapped[str] = mapped_column(default=DEFAULT)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}
    labels: ClassVar[dict[str, str]] = {"pattern": "Mẫu địa chỉ"}

    def __str__(self) -> str:
        return "Trang của TTHC trên Cổng Dịch vụ công quốc gia"


@event.listens_for(Procedure, "before_insert")
@event.listens_for(Procedure, "before_update")
def derive(mapper: Any, connection: Any, procedure: Procedure) -> None:
    """What it is found, filtered and sorted by follows from what is told."""
    procedure.field = slug(procedure.field_name)
    procedure.search_words = " ".join(words(f"{procedure.code} {procedure.name}"))
    procedure.sort_key = sort_key(procedure.name)

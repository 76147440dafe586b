"""Who works here: units, users, and the office they belong to."""

from datetime import datetime
from typing import Any, ClassVar

from flask_login import UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from intranet.kernel.db import db
from intranet.kernel.labels import Labelled
from intranet.kernel.search import sort_key

SAMPLE_PASSWORD = "demo-1234"


class Role(Labelled):
    OFFICER = "officer", "Cán bộ đầu mối"
    CONTROLLER = "controller", "Cán bộ kiểm soát TTHC"
    DIRECTOR = "director", "Giám đốc"
    ADMINISTRATOR = "administrator", "Quản trị"


class OfficeKind(Labelled):
    WARD = "ward", "Phường"
    COMMUNE = "commune", "Xã"
    SPECIAL_ZONE = "special_zone", "Đặc khu"


class Unit(db.Model):
    """A unit of the office. Closed rather than deleted: records keep naming it."""

    __tablename__ = "units"
    __table_args__ = (
        CheckConstraint("code <> ''", name="has_code"),
        CheckConstraint("name <> ''", name="has_name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    sort_key: Mapped[str] = mapped_column(default="", index=True)
    is_active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    users: Mapped[list["User"]] = relationship(back_populates="unit", order_by="User.full_name")

    @validates("name")
    def _keep_sort_key(self, key: str, name: str) -> str:
        self.sort_key = sort_key(name)
        return name

    def __str__(self) -> str:
        return self.name


class User(UserMixin, db.Model):
    """A person who may sign in. Deactivated rather than deleted: the trail keeps naming them."""

    __tablename__ = "users"
    __table_args__ = (
        CheckConstraint("username <> ''", name="has_username"),
        CheckConstraint("username = lower(username)", name="username_is_lower"),
        CheckConstraint("full_name <> ''", name="has_full_name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    full_name: Mapped[str]
    role: Mapped[Role]
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), index=True)
    password_hash: Mapped[str]
    session_version: Mapped[int] = mapped_column(default=1)
    is_active: Mapped[bool] = mapped_column(default=True)
    is_sample: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    # Counted by hand: a new password changes nothing that the administrator's form shows.
    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version, "version_id_generator": False}

    unit: Mapped[Unit] = relationship(back_populates="users")

    def get_id(self) -> str:
        """What the session keeps: a new password or a deactivation ends every session of this person."""
        return f"{self.id}:{self.session_version}"

    def __str__(self) -> str:
        return self.full_name


class FailedSignIn(db.Model):
    """A refused sign-in, kept to slow down guessing."""

    __tablename__ = "failed_sign_ins"
    __table_args__ = (Index("ix_failed_sign_ins_username_at", "username", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str]
    address: Mapped[str]
    at: Mapped[datetime]


class AccountEntry(db.Model):
    """One line of the history of users, units and settings. Written once, never changed."""

    __tablename__ = "account_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    action: Mapped[str]
    subject: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]

    actor: Mapped[User | None] = relationship()


class Office(db.Model):
    """The office as its documents name it: one row, always."""

    __tablename__ = "office"
    __table_args__ = (CheckConstraint("id = 1", name="is_the_only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    kind: Mapped[OfficeKind | None]
    superior: Mapped[str] = mapped_column(default="")
    province: Mapped[str] = mapped_column(default="", server_default="")
    name: Mapped[str] = mapped_column(default="")
    short_name: Mapped[str] = mapped_column(default="", server_default="")
    centre: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    addressee: Mapped[str] = mapped_column(default="")
    recipients: Mapped[str] = mapped_column(default="")
    archive: Mapped[str] = mapped_column(default="")
    signing_authority: Mapped[str] = mapped_column(default="")
    signatory_post: Mapped[str] = mapped_column(default="")
    signatory_name: Mapped[str] = mapped_column(default="")
    is_sample: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}

    @property
    def body_lines(self) -> list[str]:
        """The office's name as its papers print it: a line each."""
        return [line.strip() for line in self.name.splitlines() if line.strip()]

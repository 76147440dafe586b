"""Verbs about people and units. Each leaves a line in the history of accounts."""

from datetime import timedelta
from typing import Any

from sqlalchemy import func, select

from intranet.accounts.models import AccountEntry, FailedSignIn, Office, Role, Unit, User
from intranet.accounts.passwords import NOBODY, hash_password, matches, weakness
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.workflow import Reason, Refused

TRIES, WITHIN = 8, timedelta(minutes=15)


def sign_in(username: str, password: str, address: str, *, production: bool) -> User:
    """The user behind this name and password, or Refused. The caller commits the failure it leaves."""
    username = username.strip().lower()
    if too_many_failures(username):
        raise Refused("Đăng nhập sai quá nhiều lần. Hãy chờ 15 phút rồi thử lại, hoặc nhờ quản trị đặt lại mật khẩu.")
    user = db.session.scalar(select(User).where(User.username == username))
    known = matches(user.password_hash if user else NOBODY, password)
    if not user or not known or not user.is_active or (user.is_sample and production):
        db.session.add(FailedSignIn(username=username[:100], address=address, at=now()))
        db.session.flush()
        raise Refused("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra lại.")
    return user


def too_many_failures(username: str) -> bool:
    recent = select(func.count()).where(FailedSignIn.username == username, FailedSignIn.at > now() - WITHIN)
    return (db.session.scalar(recent) or 0) >= TRIES


def change_password(user: User, current: str, new: str) -> None:
    """Set a new password on one's own account; other sessions of the account end."""
    if not matches(user.password_hash, current):
        raise Refused(Reason("Mật khẩu hiện tại chưa đúng.", "current"))
    set_password(user, new)
    note_down(user, "change_password", user)


def reset_password(user: User, new: str, actor: User) -> None:
    set_password(user, new)
    note_down(actor, "reset_password", user)


def set_password(user: User, password: str) -> None:
    if reason := weakness(password, user.username):
        raise Refused(Reason(reason, "password"))
    user.password_hash = hash_password(password)
    user.session_version += 1
    db.session.flush()


def create_user(actor: User | None, *, username: str, password: str, **values: Any) -> User:
    """A new account. `values`: full_name, role, unit, and is_sample where it is sample data."""
    username = username.strip().lower()
    if db.session.scalar(select(User.id).where(User.username == username)):
        raise Refused(Reason("Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.", "username"))
    if reason := weakness(password, username):
        raise Refused(Reason(reason, "password"))
    user = User(username=username, password_hash=hash_password(password), **values)
    db.session.add(user)
    db.session.flush()
    note_down(actor, "create_user", user)
    return user


def change_user(user: User, values: dict[str, Any], actor: User) -> None:
    """Rename, move, give another role, deactivate; the last active administrator stays."""
    stays = values["is_active"] and values["role"] is Role.ADMINISTRATOR
    if user.role is Role.ADMINISTRATOR and not stays and not other_administrators(user):
        raise Refused("Đây là quản trị duy nhất còn hoạt động. Hãy giao quyền quản trị cho người khác trước.")
    if user.role is not values["role"] or not values["is_active"]:
        user.session_version += 1
    changes = [name for name, value in values.items() if getattr(user, name) != value]
    for name in changes:
        setattr(user, name, values[name])
    user.version += bool(changes)
    note_down(actor, "change_user", user, ", ".join(changes))


def other_administrators(user: User) -> int:
    others = select(func.count()).where(User.role == Role.ADMINISTRATOR, User.is_active, User.id != user.id)
    return db.session.scalar(others) or 0


def create_unit(actor: User | None, *, code: str, name: str) -> Unit:
    refuse_twin(code, name)
    unit = Unit(code=code, name=name)
    db.session.add(unit)
    db.session.flush()
    note_down(actor, "create_unit", unit)
    return unit


def change_unit(unit: Unit, values: dict[str, Any], actor: User) -> None:
    refuse_twin(values["code"], values["name"], unit)
    if not values["is_active"] and any(user.is_active for user in unit.users):
        raise Refused(Reason("Đơn vị còn người đang hoạt động. Hãy chuyển họ sang đơn vị khác trước.", "is_active"))
    for name, value in values.items():
        setattr(unit, name, value)
    note_down(actor, "change_unit", unit)


def refuse_twin(code: str, name: str, unit: Unit | None = None) -> None:
    for column, value, word in ((Unit.code, code, "Mã"), (Unit.name, name, "Tên")):
        twin = db.session.scalar(select(Unit).where(column == value))
        if twin and twin is not unit:
            raise Refused(Reason(f"{word} đơn vị này đã có. Hãy chọn {word.lower()} khác.", column.key))


def the_office() -> Office:
    """The office's profile; an empty one before anybody filled it in."""
    return db.session.get(Office, 1) or Office(**{column.key: "" for column in TEXTS}, is_sample=False)


TEXTS = [column for column in Office.__table__.columns if column.key not in {"id", "kind", "is_sample", "version"}]


def change_office(values: dict[str, Any], actor: User | None) -> Office:
    office = db.session.get(Office, 1)
    if office is None:
        office = Office(id=1)
        db.session.add(office)
    for name, value in values.items():
        setattr(office, name, value if name == "kind" else value or "")
    note_down(actor, "change_office", office.name)
    return office


def note_down(actor: User | None, action: str, subject: Any, note: str = "") -> None:
    db.session.add(AccountEntry(actor=actor, action=action, subject=str(subject), note=note, at=now()))
    db.session.flush()

"""Keeping the fields and overdue causes: added, renamed, moved, taken out of use; never deleted."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from intranet.accounts.models import User
from intranet.accounts.operations import note_down
from intranet.accounts.settings_trail import change_noted, told
from intranet.categories.families import Family, names_of
from intranet.categories.models import FigureCategory
from intranet.figures.models import FigureEntry
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.period import Period
from intranet.kernel.search import slug
from intranet.kernel.workflow import Reason, Refused

CREATED, CHANGED = "create_category", "change_category"


def members(family: Family) -> Sequence[FigureCategory]:
    """All of a family in the office's order, those no longer used among them."""
    rows = select(FigureCategory).where(FigureCategory.family == family)
    return db.session.scalars(rows.order_by(FigureCategory.position, FigureCategory.id)).all()


def create(family: Family, values: dict[str, Any], actor: User) -> FigureCategory:
    values = values | {"code": code_for(family, values)}
    check(family, values)
    last = len(members(family)) + 1
    place = min(values["position"] or last, last)
    make_room(family, place)
    category = FigureCategory(family=family, **values | {"position": place})
    db.session.add(category)
    db.session.flush()
    note_down(actor, CREATED, category, told(category))
    return category


def change(category: FigureCategory, values: dict[str, Any], actor: User) -> None:
    """Everything but the code, by which its figures are named."""
    check(category.family, values, category)
    place = min(values["position"] or category.position, len(members(category.family)))
    make_room(category.family, place, category)
    change_noted(category, values | {"position": place}, actor, CHANGED)


def make_room(family: Family, place: int, moved: FigureCategory | None = None) -> None:
    """Number a family from 1 so that this place is free for the one that moves there."""
    others = [other for other in members(family) if other is not moved]
    for at, other in enumerate(others, 1):
        other.position = at if at < place else at + 1


def code_for(family: Family, values: dict[str, Any]) -> str:
    """A field is named in small letters, by its label where no code was typed; a cause in capital ones."""
    if family is Family.CAUSE:
        return str(values["code"]).upper()
    code = slug(values["code"] or values["label"])
    if not code:
        raise Refused(Reason("Hãy nhập mã: tên này không có chữ hay số nào để lấy làm mã.", "code"))
    return code


def check(family: Family, values: dict[str, Any], category: FigureCategory | None = None) -> None:
    """Refuse what would make two figures one, or what would end before it begins."""
    reasons = []
    since, until = values["effective_from"], values["effective_to"]
    if until and until < since:
        reasons.append(Reason(f"Hãy nhập ngày không sớm hơn ngày bắt đầu dùng, {date_text(since)}.", "effective_to"))
    for other in members(family):
        if other is category:
            continue
        if category is None and other.code == values["code"]:
            reasons.append(Reason(f"Mã {other.code} đã dùng cho “{other}”. Hãy nhập mã khác.", "code"))
        elif other.label == values["label"] and overlaps(other, since, until):
            words = f"Mục {other.code} dùng cùng thời gian đã có tên này. Hãy đặt tên khác."
            reasons.append(Reason(words, "label"))
    if reasons:
        raise Refused(*reasons)


def overlaps(other: FigureCategory, since: date, until: date | None) -> bool:
    return other.effective_from <= (until or date.max) and since <= (other.effective_to or date.max)


def doubts(category: FigureCategory | None, values: dict[str, Any]) -> tuple[Reason, ...]:
    """Periods for which figures were typed and that the new days would leave out."""
    if category is None:
        return ()
    since, until = values["effective_from"], values["effective_to"]
    lost = [
        period.label
        for period in periods_with_figures(category)
        if category.is_in_use(period.end) and not (since <= period.end and (until is None or period.end <= until))
    ]
    if not lost:
        return ()
    words = f"{', '.join(lost)} đã có số liệu của mục này; với ngày mới, số liệu đó không còn được tính. Có đúng không?"
    return (Reason(words, "effective_to" if until else "effective_from"),)


def periods_with_figures(category: FigureCategory) -> list[Period]:
    """The periods in which a figure of this category stands."""
    names = names_of(category.family, category.code)
    newest = select(func.max(FigureEntry.id)).where(FigureEntry.name.in_(names))
    newest = newest.group_by(FigureEntry.period_code, FigureEntry.name)
    codes = select(FigureEntry.period_code).where(FigureEntry.id.in_(newest), FigureEntry.value.is_not(None))
    return sorted(Period.parse(code) for code in db.session.scalars(codes.distinct()))

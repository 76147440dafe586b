"""The administrator's pages about units."""

from typing import Any

from flask import Blueprint
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from intranet.accounts import operations
from intranet.accounts.forms import NewUnitForm, UnitForm
from intranet.accounts.models import Unit
from intranet.accounts.settings_pages import SettingKind, SettingWords, hang
from intranet.kernel.db import db

blueprint = Blueprint("units", __name__, url_prefix="/units")


def listed() -> dict[str, Any]:
    units = select(Unit).options(selectinload(Unit.users)).order_by(Unit.is_active.desc(), Unit.name)
    return {"units": db.session.scalars(units).all()}


UNITS = SettingKind(
    name="unit",
    model=Unit,
    right="users.manage",
    words=SettingWords(
        title="Đơn vị",
        adding="Thêm đơn vị",
        editing="Sửa đơn vị",
        added="Đã thêm đơn vị “{0.name}”.",
        saved="Đã lưu đơn vị “{0.name}”.",
    ),
    index="accounts/units.html",
    listed=listed,
    form=lambda unit: UnitForm(obj=unit) if unit else NewUnitForm(),
    create=lambda values, actor: operations.create_unit(actor, **values),
    change=operations.change_unit,
)
hang(blueprint, UNITS)

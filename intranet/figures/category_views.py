"""The controller's pages about what dossiers are told by: fields and overdue causes."""

from functools import partial
from typing import Any

from flask import Blueprint, abort

from intranet.accounts.permissions import requires
from intranet.accounts.settings_pages import SettingKind, SettingWords, hang, new_page
from intranet.accounts.settings_trail import latest
from intranet.categories.families import Family
from intranet.categories.models import FigureCategory
from intranet.figures import category_operations as operations
from intranet.figures.category_forms import FORMS, NEW_FORMS
from intranet.kernel.clock import today

blueprint = Blueprint("categories", __name__, url_prefix="/categories")


def listed() -> dict[str, Any]:
    families = {family: operations.members(family) for family in Family}
    return {"families": families, "entries": latest(operations.CREATED, operations.CHANGED), "day": today()}


CATEGORIES = SettingKind(
    name="category",
    model=FigureCategory,
    right="reference.edit",
    words=SettingWords(
        title="Danh mục",
        editing="Sửa {0.family_name}",
        added="Đã thêm “{0}”, mã {0.code}.",
        saved="Đã lưu “{0}”.",
    ),
    index="categories/index.html",
    listed=listed,
    form=lambda category: FORMS[category.family](obj=category),
    form_page="categories/form.html",
    change=operations.change,
    doubts=operations.doubts,
)
hang(blueprint, CATEGORIES)


@blueprint.route("/new/<family>", methods=["GET", "POST"])
@requires(CATEGORIES.right)
def new(family: str) -> Any:
    if family not in set(Family):
        abort(404)
    kind = Family(family)
    return new_page(
        CATEGORIES, NEW_FORMS[kind](), partial(operations.create, kind), heading=f"Thêm {kind.label.lower()}"
    )

"""The pages of a kind of setting, from one declaration: its list, the form of a new one, the form of a stored one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, url_for
from flask_login import current_user

from intranet.accounts.models import User
from intranet.accounts.permissions import requires
from intranet.kernel.db import db
from intranet.kernel.page import go_to, page
from intranet.kernel.versioned import VersionedForm
from intranet.kernel.workflow import Reason

Values = dict[str, Any]


def nothing_more() -> Values:
    return {}


def no_doubts(thing: Any, values: Values) -> tuple[Reason, ...]:
    return ()


def its_list(thing: Any) -> str:
    return url_for(".index")


@dataclass(frozen=True)
class SettingWords:
    """What is said about a kind: over its list, over its two forms, and once something is saved.

    All but `title` may name the thing: "Đã lưu đơn vị “{0}”.", "Sửa TTHC {0.code}".
    """

    title: str
    editing: str
    saved: str
    adding: str = ""
    added: str = ""


@dataclass(frozen=True)
class SettingKind:
    """What hang() needs to know. One of the kind is called `name` in its templates, and `<name>_id` in its address.

    `right` is asked for to keep it, and to see its list where `seen_with` names no other.
    `form` makes the form over what is stored, or over None for a new one, with its choices offered.
    `create` and `change` are the office's verbs; both take the form's values and the actor. Without `create` there is
    no page for a new one, without `index`, a template that shows what `listed` gives, no list.
    `doubts` asks about what is possible but odd: of a thing, None for a new one, and the values of its form.
    `after` is where a save leads, and where one turns back to. `ending` is what its address has after the number.
    """

    name: str
    model: type
    right: str
    words: SettingWords
    form: Callable[[Any], VersionedForm]
    change: Callable[[Any, Values, User], Any]
    create: Callable[[Values, User], Any] | None = None
    index: str = ""
    listed: Callable[[], Values] = nothing_more
    seen_with: str = ""
    form_page: str = "ui/setting.html"
    doubts: Callable[[Any, Values], tuple[Reason, ...]] = no_doubts
    after: Callable[[Any], str] = its_list
    ending: str = ""


def hang(blueprint: Blueprint, kind: SettingKind) -> None:
    """Hang the pages a kind has on its door."""
    if kind.index:
        hang_list(blueprint, kind)
    if kind.create:
        hang_new(blueprint, kind, kind.create)
    hang_edit(blueprint, kind)


def hang_list(blueprint: Blueprint, kind: SettingKind) -> None:
    @blueprint.get("/")
    @requires(kind.seen_with or kind.right)
    def index() -> Any:
        return page(kind.index, **kind.listed())


def hang_new(blueprint: Blueprint, kind: SettingKind, create: Callable[[Values, User], Any]) -> None:
    @blueprint.route("/new", methods=["GET", "POST"])
    @requires(kind.right)
    def new() -> Any:
        return new_page(kind, kind.form(None), create)


def hang_edit(blueprint: Blueprint, kind: SettingKind) -> None:
    @blueprint.route(f"/<int:{kind.name}_id>{kind.ending}", methods=["GET", "POST"])
    @requires(kind.right)
    def edit(**place: int) -> Any:
        return edit_page(kind, db.get_or_404(kind.model, place[f"{kind.name}_id"]))


def new_page(kind: SettingKind, form: VersionedForm, create: Callable[[Values, User], Any], **more: Any) -> Any:
    """The form of a new thing, or the way on once it is added."""
    if form.validate_on_submit() and form.confirms(kind.doubts(None, form.values())):
        thing = form.given_to(lambda values: create(values, current_user))
        if thing is not None:
            flash(kind.words.added.format(thing))
            return go_to(kind.after(thing))
    return form_page(kind, form, None, **more)


def edit_page(kind: SettingKind, thing: Any, **more: Any) -> Any:
    """The form of a thing, with both texts where others saved theirs meanwhile; or the way on once it is saved."""
    form, status = kind.form(thing), 0
    if form.validate_on_submit():
        if form.overtaken(thing):
            status = 409
        elif form.confirms(kind.doubts(thing, form.values())) and form.is_taken(
            lambda values: kind.change(thing, values, current_user)
        ):
            flash(kind.words.saved.format(thing))
            return go_to(kind.after(thing))
    return form_page(kind, form, thing, status=status, **more)


def form_page(kind: SettingKind, form: VersionedForm, thing: Any, **more: Any) -> Any:
    heading = kind.words.adding if thing is None else kind.words.editing.format(thing)
    back = its_list(None) if thing is None else kind.after(thing)
    context = {kind.name: thing, "heading": heading, "back": back} | more
    return page(kind.form_page, kind=kind, form=form, **context)

"""A register, as its pages need it: what it declares, and nothing of how the pages work."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from intranet.accounts.models import User
from intranet.kernel.listing import Condition, Listing
from intranet.kernel.spreadsheet import FileColumn
from intranet.kernel.versioned import VersionedForm
from intranet.kernel.workflow import Reason
from intranet.records.models import Record
from intranet.records.visibility import visible_to


def itself(record: Any) -> Any:
    return record


def nothing(thing: Any) -> tuple[Reason, ...]:
    return ()


def no_more(record: Any) -> dict[str, Any]:
    return {}


@dataclass(frozen=True)
class RegisterWords:
    """What a register is called: over its list ("Tập huấn"), one entry of it ("khóa tập huấn"), as a file's name
    ("tap-huan"), and what a search looks in ("Chủ đề, đơn vị tổ chức")."""

    title: str
    one: str
    file: str
    find: str


@dataclass(frozen=True)
class Register:
    """What pages.hang needs to know. In `folder` lie index.html, row.html, form.html, show.html, paper.html for a PDF.

    `form` makes the form over what is stored, or over None for a new record, with its choices offered.
    `stored` gives what that form shows and compares with, by field name, and its `version`.
    `create` and `change` are the office's verbs; both take the form's values and the actor.
    `doubts` asks about what is possible but odd, of a record or of a form's values with the record's `id` (None for a
    new one): saved once confirmed.
    `more` is what the record's own page shows beside the record itself. `whole` are loader options for that page.
    """

    folder: str
    words: RegisterWords
    model: type[Record]
    listing: Listing
    sheet: tuple[FileColumn, ...]
    form: Callable[[Any], VersionedForm]
    create: Callable[[dict[str, Any], User], Record]
    change: Callable[[Any, dict[str, Any], User], None]
    stored: Callable[[Any], Any] = itself
    doubts: Callable[[Any], tuple[Reason, ...]] = nothing
    more: Callable[[Any], dict[str, Any]] = no_more
    whole: tuple[Any, ...] = ()
    seen_by: Callable[[User], Condition] = visible_to
    has_paper: bool = False

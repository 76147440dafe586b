"""The figures of a period for scripts: typed through the operation of the page, checked before they are written."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

import click
from sqlalchemy import select

from intranet.accounts.models import User
from intranet.accounts.permissions import may
from intranet.categories.catalogue import GROUPS
from intranet.figures import operations
from intranet.figures.fact import Window
from intranet.figures.figures_of import figure_names
from intranet.figures.identities import contradictions
from intranet.figures.models import FigureEntry
from intranet.figures.parsing import parse_count
from intranet.figures.reading import sheet_of
from intranet.figures.sheet import Sheet
from intranet.kernel.db import db
from intranet.kernel.formats import date_text
from intranet.kernel.forms import clean
from intranet.kernel.period import FIRST_YEAR, LAST_YEAR, Period
from intranet.kernel.workflow import Refused
from intranet.report_commands import PeriodCode, Sentence

LONGEST_SOURCE = 300  # as the page takes it
OWN_WINDOW = frozenset(group.key for group in GROUPS if group.own_window)
Typed = Mapping[str, int | None]


@click.group("figures")
def figures() -> None:
    """The figures people type for a period."""


@figures.command("set")
@click.argument("period", type=PeriodCode(), default="")
@click.argument("pairs", nargs=-1, metavar="NAME=VALUE…")
@click.option("--by", "username", default="", help="Who answers for them; needs the right to type figures.")
@click.option("--from", "since", default="", help="The first day they count, where that is not the period's.")
@click.option("--to", "until", default="", help="The last day they count.")
@click.option("--source", help="The paper, system or register they stand in.")
def set_figures(
    period: Period, pairs: tuple[str, ...], username: str, since: str, until: str, source: str | None
) -> None:
    """Type figures; all of them, or none where one is wrong or they contradict each other."""
    try:
        actor = typist(username)
        sheet = sheet_of(period)
        typed = values_of(sheet, pairs)
        window = window_of(sheet, typed, since, until)
        refuse_contradictions(sheet, typed)
        saved = enter(sheet, typed, window, source_of(source), actor)
    except Refused as refusal:
        db.session.rollback()
        raise Sentence("\n".join(reason.message for reason in refusal.reasons)) from None
    db.session.commit()
    click.echo(json.dumps(told(sheet, actor.username, saved.entries), ensure_ascii=False, indent=2))


def typist(username: str) -> User:
    """Who types, if they may."""
    if not username.strip():
        raise Refused("Hãy nêu người nhập, ví dụ: --by kiem-soat")
    user: User | None = db.session.scalar(select(User).where(User.username == username.strip().lower()))
    if user is None:
        raise Refused(f"Không có người dùng nào tên là {username}.")
    if not user.is_active:
        raise Refused(f"Tài khoản {username} đã ngừng hoạt động.")
    if not may(user, "figures.enter"):
        raise Refused(f"{user.full_name} ({user.role.label}) không có quyền nhập số liệu.")
    return user


def values_of(sheet: Sheet, pairs: Iterable[str]) -> dict[str, int | None]:
    """What is typed for each figure; None where it is taken back. Refused with every reason at once."""
    given = [pair.partition("=") for pair in pairs]
    if not given:
        raise Refused("Hãy nêu ít nhất một số liệu, ví dụ: staff.total=9")
    names = [name.strip() for name, _, _ in given]
    wrong = [why for name, sign, text in given for why in objections(sheet, name.strip(), sign, text)]
    wrong += [f"{name}: nêu hai lần. Hãy nêu một lần." for name in dict.fromkeys(names) if names.count(name) > 1]
    if wrong:
        raise Refused(*wrong)
    return {name.strip(): parse_count(text) for name, _, text in given}


def objections(sheet: Sheet, name: str, sign: str, text: str) -> Iterator[str]:
    if not sign:
        yield f"“{name}” không có dạng TÊN=SỐ, ví dụ: staff.total=9"
    elif name not in sheet.definitions:
        yield why_not_typed(sheet, name)
    elif name not in {figure.name for figure in sheet.inputs}:
        yield f"{name} ({sheet.definitions[name].label}): đã lấy từ hồ sơ hoặc sổ theo dõi của kỳ, không nhập tay."
    else:
        try:
            parse_count(text)
        except ValueError as error:
            yield f"{name}: “{text}” không nhập được. {error}"


def why_not_typed(sheet: Sheet, name: str) -> str:
    if name in figure_names(sheet.period):
        return f"{name}: số này lấy từ sổ theo dõi hoặc tính ra từ số khác, không nhập tay."
    return f"Không có số liệu nào tên là {name} trong {sheet.period.label}."


def window_of(sheet: Sheet, typed: Typed, since: str, until: str) -> Window | None:
    """The days the figures count; None where nobody gave any. Only some groups may count other days than the period."""
    if not since and not until:
        return None
    if not since or not until:
        raise Refused("Hãy nêu cả ngày đầu (--from) và ngày cuối (--to) của khoảng tính.")
    first, last = day_of(since), day_of(until)
    if first > last:
        raise Refused("Hãy nêu ngày cuối (--to) không sớm hơn ngày đầu (--from).")
    period = sheet.period
    if (first, last) != (period.start, period.end) and (bound := labels_of(sheet, bound_to_period(sheet, typed))):
        days = f"từ ngày {date_text(period.start)} đến hết ngày {date_text(period.end)}"
        raise Refused(f"Phải tính đúng kỳ, {days}: {bound}. Hãy bỏ --from, --to hoặc lấy số của đúng kỳ.")
    return first, last


def day_of(text: str) -> date:
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = datetime.strptime(text.strip(), pattern).date()
        except ValueError:
            continue
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
    raise Refused(
        f"“{text}” không phải là một ngày. Hãy viết theo mẫu 2026-03-14, năm từ {FIRST_YEAR} đến {LAST_YEAR}."
    )


def bound_to_period(sheet: Sheet, typed: Typed) -> list[str]:
    return [name for name in typed if sheet.definitions[name].group not in OWN_WINDOW]


def labels_of(sheet: Sheet, names: Iterable[str]) -> str:
    return ", ".join(f"{name} ({sheet.definitions[name].label})" for name in names)


def source_of(text: str | None) -> str | None:
    """The source as it is stored; None where nobody named one."""
    source = clean(text)
    if source and len(source) > LONGEST_SOURCE:
        raise Refused(f"Hãy viết nguồn số liệu gọn lại, tối đa {LONGEST_SOURCE} ký tự.")
    return source


def refuse_contradictions(sheet: Sheet, typed: Typed) -> None:
    """Refused with every sum that these figures break, together with those that stand."""
    standing = {figure.name: figure.typed for figure in sheet.inputs}
    broken = contradictions(sheet.values_with({**standing, **typed}), sheet.definitions)
    if sentences := [one.message for one in broken if not typed.keys().isdisjoint(one.names)]:
        raise Refused("Số liệu mâu thuẫn nên chưa ghi gì:", *sentences)


def enter(sheet: Sheet, typed: Typed, window: Window | None, source: str | None, actor: User) -> operations.Saved:
    """Write through the operation of the page, where windows and sources go by group; one not given stays."""
    period = sheet.period
    groups = {sheet.definitions[name].group for name in typed}
    own = None if window == (period.start, period.end) else window
    windows = dict.fromkeys(groups & OWN_WINDOW, own) if window else {}
    documents = dict.fromkeys(groups, source) if source is not None else {}
    return operations.enter(period, typed, windows, documents, actor)


def told(sheet: Sheet, username: str, entries: Iterable[FigureEntry]) -> dict[str, Any]:
    """What changed, by name."""
    before = {figure.name: figure.typed for figure in sheet.inputs}
    changed = {
        entry.name: {
            "label": sheet.definitions[entry.name].label,
            "before": before[entry.name],
            "value": entry.value,
            "from": entry.counted_from.isoformat() if entry.counted_from else None,
            "to": entry.counted_to.isoformat() if entry.counted_to else None,
            "source": entry.source_document,
        }
        for entry in entries
    }
    return {"period": sheet.period.code, "by": username, "changed": changed}

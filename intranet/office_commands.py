"""The office's profile, for scripted set-up: what is given is changed, and the whole told as JSON."""

import json
from typing import Any

import click

from intranet.accounts import operations
from intranet.accounts.models import OfficeKind
from intranet.kernel.db import db


@click.group("office")
def office() -> None:
    """The office's profile."""


@office.command("set")
@click.option("--kind", type=click.Choice([kind.value for kind in OfficeKind]))
@click.option("--name")
@click.option("--short-name")
@click.option("--superior")
@click.option("--province")
@click.option("--place")
@click.option("--centre")
@click.option("--addressee")
def set_office(kind: str | None, **texts: str | None) -> None:
    """Change what is given of the profile, and tell all of it."""
    values: dict[str, Any] = {name: text.strip() for name, text in texts.items() if text is not None}
    if kind is not None:
        values["kind"] = OfficeKind(kind)
    if values:
        operations.change_office(values, None)
        db.session.commit()
    click.echo(json.dumps(told(), ensure_ascii=False))


def told() -> dict[str, Any]:
    """Every field of the profile by its name."""
    profile = operations.the_office()
    return {column.key: getattr(profile, column.key) for column in operations.TEXTS} | {"kind": profile.kind}

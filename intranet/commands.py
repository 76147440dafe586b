"""Commands for scripts: results to standard output, sentences to standard error."""

import sys

import click
from flask import Flask
from sqlalchemy import func, select

from intranet import dossier_commands, figure_commands, office_commands, procedure_commands, report_commands
from intranet.accounts import operations
from intranet.accounts.models import Role, Unit
from intranet.demo.command import demo
from intranet.kernel.db import db
from intranet.kernel.workflow import Refused


def init_app(app: Flask) -> None:
    app.cli.add_command(users)
    app.cli.add_command(office_commands.office)
    app.cli.add_command(report_commands.report)
    app.cli.add_command(figure_commands.figures)
    app.cli.add_command(demo)
    app.cli.add_command(dossier_commands.dossiers)
    app.cli.add_command(procedure_commands.procedures)


def fail(sentence: str) -> None:
    """Say why, and leave with a status that scripts notice."""
    click.echo(sentence, err=True)
    sys.exit(1)


@click.group("users")
def users() -> None:
    """Accounts."""


@users.command("create")
@click.argument("name")
@click.option("--full-name", required=True)
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--unit", "code", required=True)
def create_user(name: str, full_name: str, role: str, code: str) -> None:
    """Make an account; the password is read from standard input."""
    password = sys.stdin.readline().rstrip("\r\n")
    try:
        unit = unit_of_code(code)
        operations.create_user(None, username=name, password=password, full_name=full_name, role=Role(role), unit=unit)
    except Refused as refusal:
        fail(str(refusal))
    db.session.commit()
    click.echo(f"Đã thêm tài khoản {name.strip().lower()} ({Role(role).label}).")


def unit_of_code(code: str) -> Unit:
    """The unit; on an empty installation the first account brings its unit with it."""
    unit = db.session.scalar(select(Unit).where(Unit.code == code))
    if unit is not None:
        return unit
    if not db.session.scalar(select(func.count(Unit.id))):
        return operations.create_unit(None, code=code, name=code)
    codes = ", ".join(db.session.scalars(select(Unit.code).order_by(Unit.code)))
    raise Refused(f"Không có đơn vị mã “{code}”. Các mã đang có: {codes}.")

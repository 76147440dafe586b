"""`flask demo`: the sample ward and quarter, for whoever wants to look around."""

import sys

import click
from flask import current_app

from intranet.demo.load import PERIOD, is_empty, load
from intranet.kernel.db import db
from intranet.serving import sample_accounts

FULL = "Cơ sở dữ liệu đã có dữ liệu nên không nạp quý mẫu."
ELSEWHERE = "Hãy đặt DATABASE_URL tới một cơ sở dữ liệu trống rồi chạy lại."


@click.command("demo")
@click.option("--if-empty", is_flag=True, help="Do nothing, without complaint, where there is data already.")
def demo(if_empty: bool) -> None:
    """Load the sample quarter into an empty database."""
    if is_empty():
        load()
        db.session.commit()
        click.echo(f"Đã nạp quý mẫu: {PERIOD.label}.")
        if not if_empty:  # the server that `make run` starts next names them itself
            for sentence in sample_accounts(current_app):
                click.echo(sentence)
    elif if_empty:
        click.echo(FULL)
    else:
        click.echo(f"{FULL} {ELSEWHERE}", err=True)
        sys.exit(1)

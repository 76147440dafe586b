"""The registers of the floors above, which give some figures: the root tells the app how to ask them."""

from collections.abc import Mapping

from flask import Flask, current_app

from intranet.figures.given import Given, Registers
from intranet.kernel.period import Period


def init_app(app: Flask, registers: Registers) -> None:
    app.extensions["registers"] = registers


def given(period: Period) -> Mapping[str, Given]:
    """By name, what the registers say of a period's figures."""
    registers: Registers = current_app.extensions["registers"]
    return registers(period)

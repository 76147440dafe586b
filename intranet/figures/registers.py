"""The registers of the floors above, which give some figures: the root tells the app how to ask them."""

from collections.abc import Mapping, Sequence

from flask import Flask, current_app

from intranet.figures.given import Given, Registers, Subjects
from intranet.kernel.period import Period


def init_app(app: Flask, registers: Registers, subjects: Subjects) -> None:
    app.extensions["registers"], app.extensions["subjects"] = registers, subjects


def given(period: Period) -> Mapping[str, Given]:
    """By name, what the registers say of a period's figures."""
    registers: Registers = current_app.extensions["registers"]
    return registers(period)


def told_subjects(periods: Sequence[Period]) -> Mapping[str, frozenset[str]]:
    """By period, the subjects nobody has to type figures of."""
    subjects: Subjects = current_app.extensions["subjects"]
    return subjects(periods)

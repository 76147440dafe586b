"""What every template may say: dates, numbers and days in Vietnamese form."""

from flask import Flask

from intranet.kernel import formats
from intranet.kernel.clock import today


def init_app(app: Flask) -> None:
    environment = app.jinja_env
    environment.trim_blocks = environment.lstrip_blocks = True
    for name in (
        "date_text",
        "long_date",
        "weekday",
        "moment",
        "number",
        "signed",
        "money",
        "padded",
        "rate",
        "shown",
        "decimal_text",
    ):
        environment.filters[name] = getattr(formats, name)
    environment.globals["today"] = today

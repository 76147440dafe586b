"""What people send, as it is taken in: htmx's headers read, text without control characters."""

import re
from typing import Any

from flask import Flask
from htmx_flask import Htmx
from htmx_flask.requests import HtmxAwareRequest
from werkzeug.datastructures import MultiDict
from werkzeug.formparser import FormDataParser

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")


def printable(text: str) -> str:
    """Text that may stand on a page and in a file: no control characters, one kind of line end."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class PrintableParser(FormDataParser):
    """Reads forms; whatever a view then shows again of what was typed, a browser may be shown."""

    def parse(self, *arguments: Any, **options: Any) -> Any:
        stream, form, files = super().parse(*arguments, **options)
        return stream, MultiDict((name, printable(text)) for name, text in form.items(multi=True)), files


class Request(HtmxAwareRequest):
    form_data_parser_class = PrintableParser


def init_app(app: Flask) -> None:
    Htmx(app)
    app.request_class = Request

"""What people send, as it is taken in: htmx's headers read, text and file names without control characters."""

import re
import unicodedata
from typing import Any

from flask import Flask
from htmx_flask import Htmx
from htmx_flask.requests import HtmxAwareRequest
from werkzeug.datastructures import MultiDict
from werkzeug.formparser import FormDataParser

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")

# What no eye sees in a name: control characters of both kinds, marks that turn or join letters, breaks of lines.
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
NAMELESS = "tep"


def printable(text: str) -> str:
    """Text that may stand on a page and in a file: no control characters, one kind of line end."""
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def file_name(sent: str) -> str:
    """The name of a file as a person sees it, without folders; one of which nothing is left still says it is a file.

    A mark that turns the direction of writing would show `hoso<mark>fdp.exe` as `hosoexe.pdf`.
    """
    last = re.split(r"[/\\]", sent)[-1]
    seen = "".join(
        letter for letter in unicodedata.normalize("NFC", last) if unicodedata.category(letter) not in UNSEEN
    )
    stem, dot, ending = " ".join(seen.split()).rpartition(".")
    return f"{stem or NAMELESS}{dot}{ending}" if dot else ending or NAMELESS


class PrintableParser(FormDataParser):
    """Reads forms; whatever a view then shows again of what was typed or sent, a browser may be shown."""

    def parse(self, *arguments: Any, **options: Any) -> Any:
        stream, form, files = super().parse(*arguments, **options)
        for _, upload in files.items(multi=True):
            if upload.filename:
                upload.filename = file_name(upload.filename)
        return stream, MultiDict((name, printable(text)) for name, text in form.items(multi=True)), files


class Request(HtmxAwareRequest):
    form_data_parser_class = PrintableParser


def init_app(app: Flask) -> None:
    Htmx(app)
    app.request_class = Request

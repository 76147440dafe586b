"""A test client that inspects every page it opens, as a careful visitor would."""

import re
from typing import Any

import html5lib
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from intranet.kernel.db import db

HTML = "{http://www.w3.org/1999/xhtml}"
LABELLED = ("input", "select", "textarea")
SELF_NAMED = {"hidden", "submit", "button"}
# Words that no Vietnamese sentence has, and that English ones, libraries and errors have.
ENGLISH = set(
    re.findall(
        r"\w+",
        "the and of is are was with this that not error required invalid please submit delete save cancel null true "
        "false undefined search login logout draft approved submitted returned file upload download field value",
    )
)


class PageClient(FlaskClient):
    inspects = True  # False where many alike are opened, and what matters is that none fails

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        db.session.commit()  # what the test made so far is stored, and its write lock given back
        with self.application.app_context():  # as in production, nothing is shared between two requests
            response = super().open(*args, **kwargs)
        if self.inspects and response.mimetype == "text/html" and response.status_code not in (301, 302, 303, 308):
            inspect(response.text)
        return response


def inspect(text: str) -> None:
    """Fail on what no page or part may have."""
    whole = text.lstrip().lower().startswith("<!doctype")
    parser = html5lib.HTMLParser(strict=True)
    tree = parser.parse(text) if whole else parser.parseFragment(text)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    ids = [element.get("id") for element in elements if element.get("id")]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(i for i in set(ids) if ids.count(i) > 1)}"
    assert_inputs_are_labelled(elements)
    # The marks of a report's text, {{dossiers.received}}, hold no space; those of a template do.
    assert not re.search(r"\bNone\b|Undefined|\{\{\s|\s\}\}|\{%", visible(elements)), "a template leaked"
    foreign = ENGLISH & set(re.findall(r"[\w.{}-]+", visible(elements).lower()))
    assert not foreign, f"English on the screen: {foreign}"
    if whole:
        assert_page(elements, ids)


def assert_page(elements: list[Any], ids: list[str]) -> None:
    headings = [words(element) for element in elements if element.tag == HTML + "h1"]
    title = next(words(element) for element in elements if element.tag == HTML + "title")
    assert len(headings) == 1, f"a page has one heading, not {headings}"
    assert title.startswith(headings[0]), f"{title!r} does not begin with {headings[0]!r}"
    for element in elements:
        target = element.get("hx-target", "")
        assert not target.startswith("#") or target[1:] in ids, f"{target} is not on the page"
        for name in (element.get("aria-describedby") or "").split():
            assert name in ids, f"described by {name}, which is not on the page"


def assert_inputs_are_labelled(elements: list[Any]) -> None:
    labels = {element.get("for") for element in elements if element.tag == HTML + "label"}
    inside = {id(child) for element in elements if element.tag == HTML + "label" for child in element.iter()}
    for element in elements:
        if element.tag.removeprefix(HTML) not in LABELLED or element.get("type") in SELF_NAMED:
            continue
        named = element.get("aria-label") or element.get("id") in labels or id(element) in inside
        assert named, f"no label for {element.attrib}"


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def visible(elements: list[Any]) -> str:
    """The text of a page that is not what somebody typed."""
    skipped = {HTML + "textarea", HTML + "script", HTML + "style", HTML + "pre", HTML + "code"}
    own = (element.text or "" for element in elements if element.tag not in skipped)
    return " ".join([*own, *(element.tail or "" for element in elements)])

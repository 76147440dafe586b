"""A test client that inspects every page it opens, as a careful visitor would."""

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from markupever import HtmlOptions, Parser
from markupever.dom import BaseNode, Element
from werkzeug.test import TestResponse

from intranet.kernel.db import db

LABELLED = "input:not([type=hidden], [type=submit], [type=button]), select, textarea"
# Of a page that is valid: what somebody typed or nobody reads; and each tag, its attributes with it.
UNREAD = re.compile(r"<(textarea|script|style|pre|code)\b.*?</\1>|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"""<(?:"[^"]*"|'[^']*'|[^"'>])*>""")
# `&` is no fault before what cannot be a name, but nothing that is escaped holds it.
UNESCAPED = re.compile(r"&(?![\s<&]|#\d+;|#x[0-9a-fA-F]+;|\w+;)")
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
    root = parsed(text, whole)
    ids = [element.id for element in root.select("[id]:not([id=''])")]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(i for i in set(ids) if ids.count(i) > 1)}"
    assert_inputs_are_labelled(root)
    seen = visible(text)
    # The marks of a report's text, {{dossiers.received}}, hold no space; those of a template do.
    assert not re.search(r"\bNone\b|Undefined|\{\{\s|\s\}\}|\{%", seen), "a template leaked"
    foreign = ENGLISH & set(re.findall(r"[\w.{}-]+", seen.lower()))
    assert not foreign, f"English on the screen: {foreign}"
    if whole:
        assert_page(root, set(ids))


def parsed(text: str, whole: bool = True) -> BaseNode:
    """A page, or a part as it would stand in a div, read by the rules of browsers and breaking none of them."""
    parser = Parser(HtmlOptions(exact_errors=True, fragment_context=None if whole else "div"))
    parser.process(text)
    parser.finish()
    assert parser.errors() == [], f"not valid HTML, by line {parser.lineno}: {parser.errors()}"
    assert not (found := UNESCAPED.search(text)), f"not escaped: {text[found.start() :][:40]}"
    return parser.into_dom().root()


def assert_page(root: BaseNode, ids: set[str]) -> None:
    headings = [words(element) for element in root.select("h1")]
    title = next(words(element) for element in root.select("title"))
    assert len(headings) == 1, f"a page has one heading, not {headings}"
    assert title.startswith(headings[0]), f"{title!r} does not begin with {headings[0]!r}"
    for target in values(root, "hx-target"):
        assert not target.startswith("#") or target[1:] in ids, f"{target} is not on the page"
    for names in values(root, "aria-describedby"):
        for name in names.split():
            assert name in ids, f"described by {name}, which is not on the page"


def assert_inputs_are_labelled(root: BaseNode) -> None:
    labels = set(values(root, "for", of="label"))
    for element in root.select(f":is({LABELLED}):not(label *)"):
        named = element.attrs.get("aria-label") or element.id in labels
        assert named, f"no label for {element}"


def values(root: BaseNode, name: str, of: str = "") -> list[str]:
    return [element.attrs.get(name, "") for element in root.select(f"{of}[{name}]")]


def words(element: Element) -> str:
    return " ".join(element.text().split())


def visible(text: str) -> str:
    """The text of a valid page that is not what somebody typed."""
    return unescape(TAG.sub(" ", UNREAD.sub(" ", text)))

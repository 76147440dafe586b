"""One word: the part's file, its id, and the hx-target that replaces it."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "templates"
ALL = sorted(TEMPLATES.rglob("*.html"))
PRINTED = {
    "print.html",
    "annex_print.html",
    "check_sheet.html",
    "minutes.html",
    "notice.html",
    "blank_checklist.html",
    "document.html",
    "standalone.html",
    "paper.html",
}


TAG = re.compile(r"\{%[-+]?\s*(\w+).*?%\}")
IN_A_TAG = re.compile(r"<\w[^<>]*>")
CONDITION = re.compile(r"«if»[^«]*(?:«(?:elif|else)»[^«]*)*«endif»")


def feature(path: Path) -> str:
    return path.relative_to(TEMPLATES).parts[0]


def body(path: Path) -> str:
    """The template without what only prepares it."""
    text = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.S)
    return re.sub(r"^\s*(\{% (from|set|import) [^\n]*%\}\s*)+", "", text).strip()


def test_a_part_owns_the_id_of_its_name():
    for part in TEMPLATES.rglob("_*.html"):
        word = part.stem[1:].replace("_", "[-_]")
        assert re.match(rf'<\w+[^>]* id="{word}(-\{{\{{[^"]*)?"', body(part)), part


def test_every_target_is_a_part():
    for page in ALL:
        for target in re.findall(r'hx-target="#([\w-]+)', page.read_text(encoding="utf-8")):
            word = target.rstrip("-")
            assert list(TEMPLATES.rglob(f"_{word}.html")), f"{page}: #{target}"


def test_what_htmx_sends_works_without_it():
    for page in ALL:
        for form in re.findall(r"<form[^>]*hx-(?:post|get)=[^>]*>", page.read_text(encoding="utf-8"), flags=re.S):
            assert "action=" in form, f"{page}: {form}"


def test_forms_that_post_carry_the_token():
    for page in ALL:
        for form in re.findall(r'<form[^>]*method="post".*?</form>', page.read_text(encoding="utf-8"), flags=re.S):
            assert re.search(r"csrf_token|summary\(|hidden_tag", form), f"{page}: {form[:120]}"


def test_features_use_only_their_own_parts():
    shared = {"ui", "records", "layout.html", "errors"}
    for page in ALL:
        for name in re.findall(r'\{% (?:include|extends|from|import) "([^"]+)"', page.read_text(encoding="utf-8")):
            assert name.split("/")[0] in shared | {feature(page)}, f"{page} uses {name}"


def test_nothing_is_inline_that_the_policy_forbids():
    for page in ALL:
        if page.name in PRINTED:
            continue  # pages for the PDF, or for a file of their own
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"\son[a-z]+=|\sstyle=|<style|hx-on", text), page
        assert "|safe" not in text.replace(" ", ""), f"{page} lets text through unescaped"


def test_nothing_comes_from_another_host():
    for page in ALL:
        for address in re.findall(r'(?:src|href|action)="(https?:)?//', page.read_text(encoding="utf-8")):
            raise AssertionError(f"{page}: {address}")


def tags(line: str) -> int:
    """How many things a line tells the template to do."""
    plain = re.sub(r"\{\{.*?\}\}|\{#.*?#\}", "", TAG.sub(r"«\1»", line))
    attributes_once = IN_A_TAG.sub(lambda tag: CONDITION.sub("«if»", tag[0]), plain)
    return attributes_once.count("«")


def test_a_line_of_a_template_says_one_thing():
    """A tag, what it holds and its end; with a third one the line has two things to say, and is unfolded.

    A condition on one attribute counts as one, from its `if` to its `endif`: torn apart, it would tear the start tag
    of the element apart with it, and what is read as one attribute would stand on three lines.
    """
    for page in ALL:
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
            assert tags(line) < 3, f"{page}:{number}: {line.strip()}"

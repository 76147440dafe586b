"""Reports as databases hold them, frozen by this version and by older ones, and what is printed of them.

The files in decisions/frozen/ are never written anew. Those of form 1 were submitted before prints were kept, those of
form 2 with their print; "sample" is the sample quarter, "everything" has every kind of mark, a chart, and earlier
periods. Where what is frozen gets another form, a further pair of files joins them.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

from intranet.kernel.db import db
from intranet.reports.current import CurrentReport
from intranet.reports.models import Outline, Report, ReportSection
from intranet.reports.render import FORMATS

FOLDER = Path(__file__).parent / "decisions" / "frozen"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
RULE = "\n" + "=" * 40 + "\n"
BLOCKS = re.compile(r"</(?:p|h\d|tr|caption|table|section|header|footer|div)>")


def stored(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def expected(name: str) -> str:
    return seen((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def put_back(report: Report, kept: dict[str, Any]) -> None:
    """Let a submitted report be the one that was kept, behind the back of everything that guards it."""
    columns = {"facts": kept["facts"], "texts": kept["texts"]}
    if hasattr(Report, "print"):
        columns["print"] = kept.get("print", {})  # as the migration that brought prints leaves older ones
    write = db.session.execute
    write(db.update(Report.__table__).where(Report.__table__.c.id == report.id).values(columns))
    write(db.update(Outline.__table__).where(Outline.__table__.c.id == report.outline_id).values(kept["outline"]))
    write(db.delete(ReportSection.__table__))
    for key, text in kept["kept"].items():
        values = {"report_id": report.id, "key": key, "text": text, "composed": "", "version": 1}
        write(db.insert(ReportSection.__table__).values(values))
    db.session.expire_all()


def said(now: CurrentReport) -> str:
    """All that the plain text and the page that stands alone say, line by line."""
    page = FORMATS["html"].render(now).decode()
    return seen(FORMATS["txt"].render(now).decode() + RULE + in_lines(page))


def seen(text: str) -> str:
    """Without what nobody sees of a page: whether a template begins each cell on a line of its own."""
    return re.sub(r"\t +", "\t", text)


def in_lines(page: str) -> str:
    """A page's text: a line for each paragraph and each row, tabs between cells, pictures in words."""
    body = page.partition("<body>")[2]
    body = re.sub(r'<img [^>]*alt="([^"]*)">', r"[\1]", body)
    body = re.sub(r"</t[dh]>", "\t", body.replace("\n", " "))
    lines = re.sub(r"<[^>]+>", "", BLOCKS.sub("\n", body)).splitlines()
    told = (re.sub(r"[ \u00a0]+", " ", html.unescape(line)).strip() for line in lines)
    return "\n".join(line for line in told if line) + "\n"

"""Commands about the periodic report: its figures as JSON, the report as a file."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from intranet.checks.problem import Problem
from intranet.figures.collecting.collect import collect
from intranet.figures.fact import Fact
from intranet.kernel.period import Period
from intranet.kernel.workflow import Refused
from intranet.reports import checking
from intranet.reports.current import current_report
from intranet.reports.render import FORMATS


class Sentence(click.ClickException):
    """Why a command did not go well: a Vietnamese sentence on standard error, nothing on standard output."""

    def show(self, file: Any = None) -> None:
        click.echo(self.message, err=True)


class PeriodCode(click.ParamType[Period]):
    """A period as 2026-Q1."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, context: click.Context | None) -> Period:
        try:
            return value if isinstance(value, Period) else Period.parse(value)
        except ValueError as error:
            raise Sentence(str(error)) from None


@click.group("report")
def report() -> None:
    """The periodic report."""


@report.command("facts")
@click.argument("period", type=PeriodCode(), default="")
def facts(period: Period) -> None:
    """Every figure of a period, as the registers and entries stand now."""
    figures = {name: as_json(fact) for name, fact in collect(period).figures.items()}
    click.echo(json.dumps(figures, ensure_ascii=False, indent=2))


@report.command("export")
@click.argument("period", type=PeriodCode(), default="")
@click.option("--format", "ending", default="pdf", help="pdf, docx, html, txt")
@click.option("-o", "--output", help="File to write.")
def export(period: Period, ending: str, output: str | None) -> None:
    """The report of a period as it stands; one not begun yet as it would be."""
    if ending not in FORMATS:
        raise Sentence(f"Không xuất được dạng “{ending}”. Hãy chọn một trong các dạng: {', '.join(FORMATS)}.")
    if not output:
        raise Sentence("Hãy nêu tệp cần ghi, ví dụ: -o bao-cao.pdf")
    try:
        document = FORMATS[ending].render(current_report(period))
        Path(output).write_bytes(document)
    except Refused as refusal:
        raise Sentence(str(refusal)) from None
    except OSError:
        raise Sentence(f"Không ghi được tệp {output}. Hãy kiểm tra đường dẫn và quyền ghi.") from None
    click.echo(f"Đã ghi {output}", err=True)


@report.command("check")
@click.argument("period", type=PeriodCode(), default="")
def check(period: Period) -> None:
    """What the checks say of a period's report as it stands."""
    try:
        found = checking.check(current_report(period))
    except Refused as refusal:
        raise Sentence(str(refusal)) from None
    tell(found)


@report.command("proofread")
@click.argument("file")
@click.option("--period", type=PeriodCode(), help="The period the text tells; else the one its title names.")
@click.option("--against-records", is_flag=True, help="Compare with our own figures of that period as well.")
def proofread(file: str, period: Period | None, against_records: bool) -> None:
    """What the checks say of any report's text."""
    try:
        text = Path(file).read_text(encoding="utf-8-sig")
    except OSError:
        raise Sentence(f"Không đọc được tệp {file}. Hãy kiểm tra đường dẫn.") from None
    except UnicodeDecodeError:
        raise Sentence(f"Tệp {file} không phải văn bản UTF-8. Hãy lưu lại tệp dạng văn bản UTF-8.") from None
    if against_records and period is None:
        raise Sentence("Hãy nêu kỳ cần đối chiếu, ví dụ: --period 2026-Q1")
    tell(checking.proofread(text, period, against_records))


def tell(found: tuple[Problem, ...]) -> None:
    names = ("rule", "level", "section", "message", "excerpt")
    shown = [{name: str(getattr(problem, name)) for name in names} for problem in found]
    click.echo(json.dumps(shown, ensure_ascii=False, indent=2))


def as_json(fact: Fact) -> dict[str, Any]:
    """A fact as scripts read it; a rate is a number with one decimal."""
    value = float(fact.value) if isinstance(fact.value, Decimal) else fact.value
    shown = {"value": value, "label": fact.label, "unit": fact.unit}
    return shown | {"sources": fact.sources, "origin": fact.origin.value}

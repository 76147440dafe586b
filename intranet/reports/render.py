"""The report as a document: PDF, a page that stands alone, plain text; all from the same sections."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from flask import render_template

from intranet.accounts.operations import the_office
from intranet.kernel.formats import long_date
from intranet.kernel.pdf import render_pdf
from intranet.reports.annexes.plain import plain
from intranet.reports.current import CurrentReport
from intranet.reports.markup import Block, PrintedSection
from intranet.reports.pieces import Piece
from intranet.reports.plain_text import plain_text
from intranet.reports.word.report import word_document

DRAFT, SAMPLE = "DỰ THẢO", "SỐ LIỆU MẪU"
UNCONFIRMED = "(Chưa xác nhận) "


@dataclass(frozen=True)
class ReportFormat:
    media_type: str
    render: Callable[[CurrentReport], bytes]


def pdf(now: CurrentReport) -> bytes:
    return render_pdf(render_template("reports/print.html", **context(now)))


def docx(now: CurrentReport) -> bytes:
    return word_document(context(now), " - ".join(marks(now)))


def html(now: CurrentReport) -> bytes:
    return render_template("reports/standalone.html", **context(now), marks=marks(now)).encode()


def txt(now: CurrentReport) -> bytes:
    printed, office = now.print, now.print.office
    number, dated = issue(now)
    day = long_date(dated) if dated else f"ngày …… tháng …… năm {printed.year}"
    head = [
        " - ".join(marks(now)),
        "\n".join(line for line in (office.superior.upper(), *(line.upper() for line in office.body_lines)) if line),
        f"Số: {number or '……'}/{office.report_symbol}",
        ", ".join(part for part in (office.place, day) if part),
        f"{printed.title.upper()}\n{printed.subject}",
        printed.reach,
        f"Kính gửi: {office.addressee}" if office.addressee else "",
    ]
    end = [office.signing_authority, office.signatory_post, office.signatory_name]
    closing = "\n".join(line for line in end if line)
    parts = [*head, plain_text(sections(now)), closing, plain(printed.annexes)]
    return ("\n\n".join(part.strip() for part in parts if part.strip()) + "\n").encode()


FORMATS = {
    "pdf": ReportFormat("application/pdf", pdf),
    "docx": ReportFormat("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx),
    "html": ReportFormat("text/html", html),
    "txt": ReportFormat("text/plain", txt),
}


def context(now: CurrentReport) -> dict[str, object]:
    """What the printed page and the page that stands alone need."""
    printed = now.print
    number, dated = issue(now)
    return {
        "title": printed.title,
        "subject": printed.subject,
        "reach": printed.reach,
        "office": printed.office,
        "symbol": printed.office.report_symbol,
        "number": number,
        "dated": dated,
        "year": printed.year,
        "draft": now.is_draft,
        "sample": the_office().is_sample,
        "sections": sections(now),
        "annexes": printed.annexes,
    }


def sections(now: CurrentReport) -> tuple[PrintedSection, ...]:
    """The sections; of a draft, what nobody has confirmed is marked."""
    if not now.is_draft:
        return now.print.sections
    return tuple(replace(one, blocks=tuple(map(_drafted, one.blocks))) for one in now.print.sections)


def _drafted(block: Block) -> Block:
    if not block.carried_from:
        return block
    pieces = (Piece(UNCONFIRMED), *block.pieces) if block.pieces else ()
    return replace(block, pieces=pieces, caption=block.caption and UNCONFIRMED + block.caption)


def issue(now: CurrentReport) -> tuple[str, date | None]:
    """Number and date of issue; blank until they are known."""
    return (now.report.number, now.report.issued_on) if now.report else ("", None)


def marks(now: CurrentReport) -> list[str]:
    return [mark for mark, holds in ((DRAFT, now.is_draft), (SAMPLE, the_office().is_sample)) if holds]

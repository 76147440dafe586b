"""Đọc soát: any report's text, pasted or dropped, marked up by the rules that our own reports are under."""

from typing import Any

from flask import Blueprint, request
from flask_login import current_user
from flask_wtf.file import FileField
from wtforms import BooleanField, SelectField

from intranet.accounts.permissions import may, requires
from intranet.checks.causes import causes
from intranet.checks.problem import Level
from intranet.kernel.forms import BaseForm, text
from intranet.kernel.page import page
from intranet.kernel.period import Period
from intranet.kernel.workflow import Reason, Refused
from intranet.reports import checking
from intranet.reports.file_text import text_of
from intranet.reports.marked_text import marked_text
from intranet.reports.periods import recent

blueprint = Blueprint("proofreading", __name__, url_prefix="/proofread")

LONGEST = 400_000


class ProofreadForm(BaseForm):
    text = text("Nội dung báo cáo", longest=LONGEST)
    file = FileField("Hoặc chọn tệp TXT, DOCX, PDF")
    period = SelectField("Kỳ báo cáo", default="", description="Để trống: lấy kỳ ghi trong chính báo cáo.")
    against_records = BooleanField("Đối chiếu với số liệu của cơ quan trong kỳ đó")

    def offer_periods(self) -> None:
        self.period.choices = [("", "Theo tiêu đề báo cáo"), *((it.code, it.label) for it in recent())]


@blueprint.route("/", methods=["GET", "POST"])
@requires("report.see")
def index() -> Any:
    """Nothing of the text is kept: it is read, marked and forgotten."""
    form = ProofreadForm()
    form.offer_periods()
    if not form.validate_on_submit():
        return page("reports/proofread.html", form=form)
    try:
        content = text_of(request.files["file"]) if request.files.get("file") else form.text.data or ""
        period = Period.parse(form.period.data) if form.period.data else None
        paper = checking.paper_for(content, period, form.against_records.data and may(current_user, "figures.see"))
        if not paper.manuscript.paragraphs:
            raise Refused(Reason("Hãy dán nội dung báo cáo, hoặc chọn một tệp.", "text"))
    except Refused as refusal:
        form.refuse(refusal)
        return page("reports/proofread.html", form=form)
    form.text.data = content
    groups = causes(paper)
    counts = {level: sum(group.head.level is level for group in groups) for level in Level}
    shown = marked_text(paper.manuscript, groups)
    return page("reports/proofread.html", form=form, period=paper.period, groups=groups, counts=counts, marked=shown)

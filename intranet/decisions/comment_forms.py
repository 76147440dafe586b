"""What a person may type to remark on a report and to settle a remark."""

from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from intranet.decisions.comments import paragraphs
from intranet.kernel.forms import BaseForm, text
from intranet.reports.markup import PrintedSection

WHOLE = "Cả mục"
SHOWN = 120  # characters of a paragraph in the list


class CommentForm(BaseForm):
    paragraph = SelectField("Góp ý về", default="")
    text = text("Nội dung góp ý", "Hãy viết nội dung góp ý.", longest=5_000)

    def offer(self, section: PrintedSection) -> None:
        """Let a paragraph of this section be chosen; one that is there no more was, and must be chosen anew."""
        there = {name: said if len(said) <= SHOWN else f"{said[:SHOWN]}…" for name, said in paragraphs(section).items()}
        self.paragraph.choices = [SelectChoice("", WHOLE), *(SelectChoice(*it) for it in there.items())]


class ResolveForm(BaseForm):
    resolution = text("Đã xử lý thế nào", longest=2_000)

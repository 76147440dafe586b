"""What a section's text may hold: every figure with its value and the marks that print it, tables, names of the period.

Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from intranet.figures.fact import Fact
from intranet.figures.facts import Facts
from intranet.kernel.search import fold
from intranet.reports.annexes.annex import Form
from intranet.reports.annexes.forms import forms_for
from intranet.reports.charts.chart import CHARTS
from intranet.reports.figure_groups import grouped
from intranet.reports.marks.citations import KIND, full
from intranet.reports.marks.comparisons import NAMES, comparison
from intranet.reports.marks.figures import FORMATS, printed_figure, reference
from intranet.reports.pieces import pieces_of, text_of
from intranet.reports.tables import TABLES
from intranet.reports.wording import TOKENS, figure, figure_text


@dataclass(frozen=True)
class Offer:
    """One mark: what it prints at present, what that is, and how it is printed."""

    mark: str
    shown: str
    label: str
    unit: str = ""
    format: str = ""

    def answers(self, words: list[str], group: str) -> bool:
        text = fold(f"{self.label} {group} {self.mark} {self.format}") if words else ""
        return all(word in text for word in words)


Group = tuple[str, list[Offer]]


def offered(facts: Facts, sought: str = "") -> list[Group]:
    """The marks under their headings; with words that are sought, only those that hold all of them."""
    words = fold(sought).split()
    found = ((group, [it for it in offers if it.answers(words, group)]) for group, offers in _groups(facts))
    return [(group, offers) for group, offers in found if offers]


def _groups(facts: Facts) -> Iterator[Group]:
    for group, figures in grouped(facts):
        yield group.label, [offer for fact in figures for offer in of_figure(fact)]
    yield "Bảng", [of_table(name, facts) for name in TABLES]
    yield "Biểu đồ", [of_chart(name, facts) for name in CHARTS]
    yield "So sánh với kỳ trước", [of_change(name, facts) for name in NAMES if f"{name}.change" in facts.figures]
    yield "Tên kỳ và ngày của kỳ", [Offer(f"[[{name}]]", of(facts.period), name) for name, of in TOKENS.items()]
    yield "Biểu kèm theo", [of_form(form) for form in forms_for(facts.period)]
    yield "Văn bản viện dẫn", [Offer(f"{{{{{KIND}:{note.number}}}}}", note.short, full(note)) for note in facts.legal]


def of_figure(fact: Fact) -> list[Offer]:
    """The figure as the office prints it, then in its other formats."""
    usual = "tỷ lệ" if fact.unit == "%" else "tiền" if fact.unit == "đồng" else "số, dưới 10 viết hai chữ số"
    first = Offer(figure(fact.name), figure_text(fact), fact.label, fact.unit, usual)
    others = {f"{fact.name}:{name}": it.label for name, it in FORMATS.items() if it.units(fact.unit)}
    return [
        first,
        *(
            replace(first, mark=figure(mark), shown=printed_figure(reference(mark), fact), format=how)
            for mark, how in others.items()
        ),
    ]


def of_table(name: str, facts: Facts) -> Offer:
    caption = TABLES[name](facts).caption.removesuffix(" ([[kỳ]])")
    return Offer(f"{{{{table:{name}}}}}", caption, caption, format="đứng riêng một dòng")


def of_chart(name: str, facts: Facts) -> Offer:
    caption = CHARTS[name](facts).caption
    return Offer(f"{{{{chart:{name}}}}}", caption, caption, format="đứng riêng một dòng; chỉ in khi có số của kỳ trước")


def of_change(name: str, facts: Facts) -> Offer:
    """An earlier figure compared with the present one, as a sentence tells it."""
    shown = text_of(pieces_of(comparison(name), facts)).strip()
    return Offer(comparison(name), shown, f"Tăng, giảm: {facts.figures[name].label}", format="lời văn, tự đổi theo số")


def of_form(form: Form) -> Offer:
    how = "trước dấu chấm; chỉ in khi biểu đi kèm"
    return Offer(f"{{{{phụ lục:{form.code}}}}}", f"Biểu số {form.code}", form.title, format=how)

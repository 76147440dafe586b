"""A manuscript read for its figures, sentence by sentence as a person does.

What was told last is what "trong đó …" divides; a list goes on with what opens it, a row with the row above. Pure.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from intranet.kernel.period import Period
from intranet.reading.clauses import Clause, clauses, sentences
from intranet.reading.domains import domain_of, money_of
from intranet.reading.elsewhere import REACH, is_elsewhere
from intranet.reading.layout import BULLET
from intranet.reading.letters import small
from intranet.reading.lists import Lists
from intranet.reading.manuscript import Manuscript, Paragraph
from intranet.reading.mentions import Mention, Share
from intranet.reading.naming import LATE, Context, Name, dossier, half_label, other, unit_after
from intranet.reading.numerals import Numeral, numerals
from intranet.reading.periods import title_period
from intranet.reading.rows import row_figure
from intranet.reading.scope import AIMED, is_ahead, is_partial, tells_whole
from intranet.reading.shares import share_of
from intranet.reading.totals import with_totals
from intranet.reading.vocabulary import DOMAINS

NONE = re.compile(
    r"(?:không|chưa) (?:có|phát sinh|còn|để(?: xảy ra)?|xảy ra|tiếp nhận|ghi nhận)\s+(?=.{0,40}(?:hồ sơ|pakn|phản ánh))"
)
SOME = re.compile(r"(?:pakn|phản ánh|kiến nghị).*(?:quá|trễ|chậm|tồn|vượt|kéo dài|gay gắt|bức xúc|sai|chưa)")
GOES_ON = re.compile(r"(?:trong đó|trong số đó|cụ thể|bao gồm|gồm)\b", re.IGNORECASE)


@dataclass
class Reader:
    """Walks a manuscript of a period once; `mentions` and `shares` are what it found."""

    period: Period | None = None
    mentions: list[Mention] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    context: Context = field(default_factory=Context)
    heading: str = ""
    lists: Lists = field(default_factory=Lists)
    held: str = ""
    is_ahead: bool = False

    def read(self, paragraphs: Iterable[Paragraph]) -> None:
        for paragraph in paragraphs:
            if paragraph.kind == "heading":
                self.heading, self.lists = small(paragraph.text), Lists()
                self.is_ahead = is_ahead(self.heading) if paragraph.level == 1 else self.is_ahead
                self.context = Context()
            elif paragraph.kind == "row":
                self.row(paragraph)
            else:
                self.paragraph(paragraph)

    def paragraph(self, paragraph: Paragraph) -> None:
        opened = self.lists.opened(paragraph, self.context)
        text, begins = paragraph.text, BULLET.match(paragraph.text)
        skipped = begins.end() if begins else len(paragraph.number)
        figures = [one for one in numerals(text) if one.start >= skipped]
        for place, (start, end) in enumerate(sentences(text)):
            if place == 0:
                self.context = opened
            elif not GOES_ON.match(text, start):
                self.context = Context(self.context.domain, is_part=opened.is_part)
            self.lists.brackets = []
            for clause in clauses(text, start, end, figures):
                self.clause(paragraph, clause, (start, end))
        self.lists.closed(text)

    def clause(self, paragraph: Paragraph, clause: Clause, sentence: tuple[int, int]) -> None:
        self.context = self.lists.entered(clause.opener, self.context)
        counting = [one for one in clause.numerals if one.counts or one.is_money]
        if counting:
            self.figure(paragraph, clause, counting[0], sentence)
        else:
            self.words(paragraph, clause, sentence)
        self.held = ""
        if not counting and paragraph.text[clause.end : clause.end + 1] == ",":
            self.held = half_label(small(paragraph.text)[clause.start : clause.end])
        for one in clause.numerals:
            if one.is_rate and not (paragraph.is_own and paragraph.bound_at(one.start) is None):
                self.shares.append(share_of(paragraph, one, sentence, self.mentions))

    def figure(self, paragraph: Paragraph, clause: Clause, one: Numeral, sentence: tuple[int, int]) -> None:
        text = small(paragraph.text)
        begin = max([clause.start, *(it.end for it in clause.numerals if it.is_rate and it.end <= one.start)])
        left, right = f"{self.held}{text[begin : one.start]}", text[one.end : clause.end]
        start = max(sentence[0], one.start - REACH)
        near = text[start : min(sentence[1], one.end + REACH)]
        if one.is_money:
            name = Name(money_of(left + right, near))
            self.add(paragraph, one, name, "payments", "đồng", True)
            return
        unit, unit_end = unit_after(right)
        domain = domain_of(unit, left + right, near, self.heading, self.context)
        goes_on = clause.opener == ";" and bool(self.mentions) and self.mentions[-1].parent is not None
        follows = self.context.mention is not None and (clause.opener == "," or goes_on)
        name = self.named(domain, left, right, follows)
        before, said = text[start : max(clause.start, start)], text[start : one.start]
        is_checked = domain == "dossiers" and "kiểm tra" in self.heading
        is_part = self.is_ahead or self.context.is_part or is_checked or is_elsewhere(before, said, self.period)
        is_whole = tells_whole(text[clause.start : one.start], right, unit_end, domain) and not is_part
        self.add(paragraph, one, name, domain, unit, is_whole, clause.is_base)

    def named(self, domain: str, left: str, right: str, follows: bool) -> Name:
        if domain == "dossiers":
            return dossier(left, right, self.context, follows)
        return other(domain, left, right, self.context, follows) if domain in DOMAINS else Name("")

    def add(
        self,
        paragraph: Paragraph,
        one: Numeral,
        name: Name,
        domain: str,
        unit: str,
        is_whole: bool,
        is_base: bool = False,
    ) -> None:
        bound, known = paragraph.bound_at(one.start), paragraph.figure_at(one.start)
        if paragraph.is_own and bound is None:
            return
        mention = Mention(
            paragraph.place, one.start, one.end, paragraph.section, one.value, known or name.name, domain,
            is_whole or bool(known),
            parent=self.parent(name),
            is_listed=name.is_child and self.context.is_whole_list,
            whole=one.whole,
            figure=bound.figure if bound else "",
            reason=bound.reason if bound else "",
            is_unit_told=bool(unit),
        )  # fmt: skip
        if is_base:
            self.part_of(mention)
        self.mentions.append(mention)
        if name.name in ("", LATE) or is_base or (name.is_child and name.name != "dossiers.received"):
            return
        place, is_part = len(self.mentions) - 1, self.context.is_part
        self.context = Context(domain, name.base, place, is_part=is_part, is_new=name.is_new)

    def parent(self, name: Name) -> int | None:
        """What a figure divides; what was carried over stands beside what was received, not within it."""
        place = self.context.mention if name.is_child else None
        if place is None or name.name != "dossiers.opening":
            return place
        above = self.mentions[place].parent
        return above if above is not None or self.context.is_new else place

    def part_of(self, whole: Mention) -> None:
        """ "1.200 giao dịch trên tổng số 1.575 giao dịch": the figure before is a share of this one."""
        if self.mentions and self.mentions[-1].place == whole.place:
            part = self.mentions[-1]
            name = "" if part.name == whole.name and not part.figure else part.name
            self.mentions[-1] = replace(part, whole=whole.value, name=name)

    def words(self, paragraph: Paragraph, clause: Clause, sentence: tuple[int, int]) -> None:
        """A clause without a count: it may say that there is none, or name what the next ones divide."""
        text = small(paragraph.text)
        piece = text[clause.start : clause.end]
        if (match := NONE.search(piece)) and not AIMED.search(text, sentence[0], clause.end):
            self.none(paragraph, clause, piece, match.end())
        elif is_partial(piece) and paragraph.text[clause.end : clause.end + 1] == ":":
            self.context = replace(self.context, is_part=True)
        elif paragraph.text[clause.end : clause.end + 1] in (":", "("):
            domain = domain_of("", piece, text[slice(*sentence)], self.heading, Context())
            name = self.named(domain, piece, "", False) if domain == "dossiers" else Name("")
            if name.base:
                self.context = Context(domain, name.base, None, self.context.is_divided, is_part=self.context.is_part)

    def none(self, paragraph: Paragraph, clause: Clause, piece: str, offset: int) -> None:
        told = piece[offset:]
        if paragraph.is_own or SOME.search(told):
            return
        domain = "feedback" if re.search(r"pakn|phản ánh", told) else "dossiers"
        name = self.named(domain, told, "", clause.opener == ",")
        if domain == "feedback" and not name.name:
            name = Name("feedback.received")
        if name.name:
            claim = Mention(paragraph.place, clause.start, clause.end, paragraph.section, Decimal(0), name.name, domain)
            is_whole = not (is_partial(piece) or self.context.is_part or self.is_ahead)
            self.mentions.append(replace(claim, is_claim=True, is_whole=is_whole))

    def row(self, paragraph: Paragraph) -> None:
        """A row of a table goes on with the row above."""
        if (told := row_figure(paragraph.text)) is None:
            return
        label, one = told
        domain = domain_of("", label, label, self.heading, self.context)
        self.context = replace(self.context, is_divided=True)
        self.add(paragraph, one, self.named(domain, label, "", True), domain, "", not is_partial(label))


def reader_of(manuscript: Manuscript, period: Period | None = None) -> Reader:
    """What a manuscript of a period tells, read from its first paragraph to its last."""
    reader = Reader(period or title_period(manuscript))
    reader.read(manuscript.body)
    with_totals(reader.mentions)
    return reader

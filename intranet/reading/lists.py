"""What a figure stands within: the list whose item it is, the brackets around it, "trong đó" before it. Pure."""

import re
from dataclasses import dataclass, field, replace

from intranet.reading.clauses import Opener
from intranet.reading.layout import BULLET
from intranet.reading.manuscript import Paragraph
from intranet.reading.naming import Context

OPENS = re.compile(r":$|(?:trong đó|gồm)$")


@dataclass
class Lists:
    """The lists that are open, the innermost last, each by its bullet and what its lead told; the open brackets."""

    levels: list[tuple[str, Context]] = field(default_factory=list)
    brackets: list[Context] = field(default_factory=list)
    is_lead: bool = False

    def opened(self, paragraph: Paragraph, context: Context) -> Context:
        """What a paragraph starts from; `context` is where the one before it ended."""
        match = BULLET.match(paragraph.text)
        bullet = match[0].strip()[:1] if match else ""
        if self.is_lead:
            self.levels.append((bullet, replace(context, is_divided=True, is_whole_list=True)))
        while self.levels and self.levels[-1][0] != bullet:
            self.levels.pop()
        return self.levels[-1][1] if self.levels else Context()

    def entered(self, opener: Opener, context: Context) -> Context:
        """What holds after a mark or word that begins to divide, or that ends it."""
        if opener == "(":
            self.brackets.append(context)
            return replace(context, is_divided=True, is_whole_list=True)
        if opener == ")" and self.brackets:
            return self.brackets.pop()
        if opener in ("of", "all", ":"):
            is_all = context.is_whole_list if opener == ":" and context.is_divided else opener != "of"
            return replace(context, is_divided=True, is_whole_list=is_all)
        return context

    def closed(self, text: str) -> None:
        """Remember whether the paragraph just read opens a list."""
        self.is_lead = bool(OPENS.search(text))

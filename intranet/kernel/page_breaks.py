"""Where a page may end: no heading without its text, no signature without the lines above it.

ReportLab keeps such neighbours together by moving all of them to the next
page, however long: a heading before a long paragraph or table would leave half
a page empty.
"""

from reportlab.platypus.doctemplate import FrameBreak, NullActionFlowable
from reportlab.platypus.flowables import Flowable, KeepTogether
from xhtml2pdf.xhtml2pdf_reportlab import PmlBaseDoc

COMPANY = 2  # lines of text that go with a signature to the next page


class KeepLines(KeepTogether):
    """Neighbours of which the page may end inside the last, or inside the one before it, but not between."""

    def split(self, width: float, height: float) -> list[Flowable]:
        *before, last = settled(self._content)
        room = height - self.height_of(before, width)
        fits = not before or self.height_of(self._content, width) <= height
        if fits or self.begins(last, width, room):
            return [NullActionFlowable(), *self._content]
        if parts := self.cut(before, last, width, height):
            return parts
        if self._frame._atTop:  # an empty page has no more room to offer
            return [NullActionFlowable(), *self._content]
        return [FrameBreak(), type(self)(self._content)]

    def height_of(self, flowables: list[Flowable], width: float) -> float:
        """What they take, one under another: of two spaces that meet, the larger counts."""
        used = after = 0.0
        for flowable in flowables:
            used += flowable.wrapOn(self.canv, width, 0xFFFFFF)[1] + max(flowable.getSpaceBefore() - after, 0)
            after = flowable.getSpaceAfter()
            used += after
        return used - after

    def begins(self, flowable: Flowable, width: float, room: float) -> bool:
        """Whether part of it can stand in the room that is left."""
        room -= flowable.getSpaceBefore()
        return room > 0 and len(flowable.splitOn(self.canv, width, room)) > 1

    def cut(self, before: list[Flowable], last: Flowable, width: float, height: float) -> list[Flowable]:
        """Some lines of the text above go with the last to the next page; none where that text is too short."""
        *others, text = before
        leading = getattr(getattr(text, "style", None), "leading", 0)
        _, tall = text.wrapOn(self.canv, width, 0xFFFFFF)
        room = min(height - self.height_of(others, width) - text.getSpaceBefore(), tall - COMPANY * leading)
        parts = settled(text.splitOn(self.canv, width, room)) if leading and room > 0 else []
        if len(parts) < 2:
            return []
        return [*others, parts[0], FrameBreak(), type(self)([parts[1], last])]


def settled(flowables: list[Flowable]) -> list[Flowable]:
    """The same, no longer asking for their neighbour: it has been asked, and asking again would never end."""
    for flowable in flowables:
        flowable.keepWithNext = 0
    return flowables


def install() -> None:
    """Every document xhtml2pdf composes asks its class what to do with neighbours."""
    PmlBaseDoc._initArgs = PmlBaseDoc._initArgs | {"keepTogetherClass": KeepLines}

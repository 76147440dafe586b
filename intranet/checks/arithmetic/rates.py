"""What a percentage may be a share of. Pure."""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from intranet.checks.paper import Paper
from intranet.reading.mentions import Mention, Share
from intranet.reading.naming import Context, dossier, other

# The figures that one may be a share of, the likeliest first.
WHOLES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("dossiers.resolved_early", "dossiers.resolved_on_time", "dossiers.resolved_in_time", "dossiers.resolved_late"),
        ("dossiers.resolved", "dossiers.total", "dossiers.received"),
    ),
    **dict.fromkeys(
        ("dossiers.received_online", "dossiers.received_direct", "dossiers.received_postal",
         "dossiers.received_on_paper"),
        ("dossiers.received", "dossiers.total"),
    ),
    **dict.fromkeys(
        ("dossiers.resolved", "dossiers.pending", "dossiers.rejected", "dossiers.paused"),
        ("dossiers.total", "dossiers.received"),
    ),
    **dict.fromkeys(("dossiers.pending_in_time", "dossiers.pending_late"), ("dossiers.pending", "dossiers.total")),
    **dict.fromkeys(
        ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"), ("satisfaction.ratings",)
    ),
    **dict.fromkeys(
        ("procedures.one_stop", "procedures.interlinked", "procedures.postal", "procedures.online_total",
         "procedures.published", "procedures.online_full", "procedures.online_partial"),
        ("procedures.total", "procedures.online_total"),
    ),
    "digitisation.done": ("digitisation.due",),
    "payments.online": ("payments.total",),
    "feedback.handled": ("feedback.received", "feedback.total"),
    "feedback.published": ("feedback.handled", "feedback.received"),
    "inspections.findings_closed": ("inspections.findings",),
    "inspections.done": ("inspections.planned",),
}  # fmt: skip
BY_LEVEL = "satisfaction."
HUNDRED = Decimal(100)
# Two lengths of time, before and after: what a percentage behind them is a share of.
SHORTENED = re.compile(r"từ (\d{1,3}) (?:ngày|giờ)[^.;%]{0,40}(?:xuống|còn) (\d{1,3}) (?:ngày|giờ)[^.;%]{0,40}$")


def before(text: str, place: int, reach: int = 160) -> str:
    """What stands right before a place; a long paragraph is not searched from its first word for every number."""
    return text[max(place - reach, 0) : place]


def wholes_of(name: str) -> tuple[str, ...]:
    return WHOLES.get(name.removeprefix(BY_LEVEL) if name.startswith(BY_LEVEL) else name, ())


def percent_of(part: Decimal, whole: Decimal, decimals: int) -> Decimal | None:
    """The share of a whole in percent, rounded to so many decimals; None of nothing."""
    if whole == 0:
        return None
    return (HUNDRED * part / whole).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def bases(paper: Paper, mention: Mention) -> Iterator[Decimal]:
    """What a figure told in the text can be a share of: its own fraction, what it divides, the wholes of its kind."""
    if mention.whole is not None:
        yield mention.whole
    if mention.parent is not None:
        parent = paper.mentions[mention.parent]
        yield parent.value
        if parent.whole is not None:
            yield parent.whole  # "trực tuyến 1.200/1.500 (80%); trực tiếp 300 (20%)"
    if mention.is_whole:
        for name in wholes_of(mention.name):
            yield from (one.value for one in paper.told.get(name, ()))
        opening, received = (paper.one_value(f"dossiers.{leaf}") for leaf in ("opening", "received"))
        if "dossiers.total" in wholes_of(mention.name) and opening is not None and received is not None:
            yield opening + received


def named(share: Share) -> str:
    """The figure whose rate the words before a percentage name: "tỷ lệ giải quyết trước hạn và đúng hạn"."""
    words = share.words
    if re.search(r"hài lòng", words):
        return other("satisfaction", words, "", Context(), False).name
    if re.search(r"số hóa", words):
        return "digitisation.done"
    if re.search(r"thanh toán", words):
        return "payments.online"
    return dossier(words, "", Context(), False).name.replace("overdue.late", "dossiers.resolved_late")

"""A percentage is the share its numerator has of its denominator. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from intranet.checks.arithmetic.rates import HUNDRED, SHORTENED, bases, before, named, percent_of, wholes_of
from intranet.checks.arithmetic.sums import shown, spot
from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, Spot, found
from intranet.reading.letters import small
from intranet.reading.mentions import Mention, Share

DIRECT = re.compile(
    r"^[\s(]*(?:(?:đạt|chiếm|tương ứng|tương đương|bằng|là|=|~)[\s:]*(?:với )?)?(?:tỷ lệ\s*:?\s*)?(?:là |đạt )?$"
)
BEHIND = re.compile(r"\s*%?\s*[(,]?\s*(?:tương ứng|với|là|tức)?\s*(?:với)?\s*")
IN_BRACKETS = re.compile(r"\s*%?[^.;,:%\d]{0,80}\(\s*")  # "100% TTHC được niêm yết (399/399 TTHC)"
ROUGHLY = re.compile(r"(?:gần|trên|hơn|dưới|khoảng|xấp xỉ|tối thiểu|ít nhất|>|<|≥|≤|tăng|giảm|vượt|từ)[^\d%]{0,14}$")
CHANGE = re.compile(r"(?:tăng|giảm|cao hơn|thấp hơn|hơn|ít hơn)(?: thêm)?\s*$")
AIMED = re.compile(r"phấn đấu|chỉ tiêu|mục tiêu|tối thiểu|kế hoạch giao|yêu cầu|trở lên")
SAVED = re.compile(r"từ\s+[\d.]+\s*đồng.{0,40}?(?:xuống|còn)|trước.{0,40}đồng.{0,60}(?:tiết kiệm|cắt giảm|giảm)")
LEFT = re.compile(r"(?:xuống|còn|sau[^,;]{0,30})\s*$")
GROWN = re.compile(r"\s*%?\s*[(,:]?\s*từ\s*$")  # between a percentage and what was before
ONWARDS = re.compile(r"[^\d;.]{0,40}(?:lên|xuống|còn|đến)[^\d;.]{0,30}$")
AGAINST = re.compile(r"so với[^;.%]{0,60}$")


def rate_wrong(paper: Paper) -> Iterator[Problem]:
    """A percentage that its own figures do not give, to its own decimals; silent where any reading of it is right."""
    done = {paragraph.place for paragraph in paper.done}
    for share in paper.shares:
        text = small(paper.paragraph(share).text)
        if share.figure or share.place not in done or AIMED.search(text, *share.sentence):
            continue
        grown = [*_grown(paper, share, text), *_shortened(share, text)]
        if ROUGHLY.search(before(text, share.start)) and not SAVED.search(text) and not grown:
            continue
        pairs = grown or list(_pairs(paper, share, text))
        possible = [pair for pair in pairs if pair[1] != 0]
        if possible and not any(_gives(part, whole, share) for part, whole, _ in possible):
            yield _problem(paper, share, possible[0])


def _gives(part: Decimal, whole: Decimal, share: Share) -> bool:
    """Whether it is that share, rounded to the decimals it is told with; 100% is the whole and nothing less."""
    rounded = percent_of(part, whole, share.decimals)
    return share.value == rounded and (share.value != HUNDRED or part >= whole)


Pair = tuple[Decimal, Decimal, tuple[Spot, ...]]


def _pairs(paper: Paper, share: Share, text: str) -> Iterator[Pair]:
    """Part and whole in every way the percentage can be meant, the likeliest first; nothing where none is told."""
    mention = paper.mentions[share.mention] if share.mention is not None else None
    if (told := _told_after(paper, share, text)) is not None and told.whole is not None:
        yield told.value, told.whole, (spot(told),)
    elif mention is not None and mention.domain == "payments" and SAVED.search(text):
        yield from _saved(paper, share, text)
    elif mention is not None and CHANGE.search(before(text, mention.start)):
        return  # a rise or a fall, of what it was before
    elif mention is not None and mention.start < share.start and DIRECT.match(text[_end(text, mention) : share.start]):
        for whole in bases(paper, mention):
            yield mention.value, whole, (spot(mention),)
            yield from _with_those_before(paper, mention, whole)
    elif name := named(share):
        yield from _of_words(paper, share, mention, name)


def _grown(paper: Paper, share: Share, text: str) -> Iterator[Pair]:
    """A rise or a fall of what was before: "tăng 12,5% (từ 800 lên 900)", "tăng 100 (12,5%) so với quý trước (800)"."""
    start, end = share.sentence
    told = [one for one in paper.mentions if one.place == share.place and start <= one.start < end]
    part = next((one for one in reversed(told) if one.end <= share.start), None)
    after = [one for one in told if one.start >= share.end][:2]
    if len(after) == 2 and GROWN.fullmatch(text[share.end : after[0].start]):
        if ONWARDS.fullmatch(text[after[0].end : after[1].start]):
            yield abs(after[1].value - after[0].value), after[0].value, (spot(after[0]), spot(after[1]))
        return
    if part is None or not after or not CHANGE.search(before(text, part.start)):
        return
    if AGAINST.search(text[share.end : after[0].start]) and DIRECT.match(text[_end(text, part) : share.start]):
        yield part.value, after[0].value, (spot(part), spot(after[0]))


def _shortened(share: Share, text: str) -> Iterator[Pair]:
    """Time saved of what it took: "từ 05 ngày còn 03 ngày (giảm 02 ngày, đạt 40%)"."""
    match = SHORTENED.search(before(text, share.start))
    if match:
        took, takes = (Decimal(days) for days in match.groups())
        yield abs(took - takes), took, ()


def _told_after(paper: Paper, share: Share, text: str) -> Mention | None:
    """The figure right behind a percentage: "98,5% (2.246/2.280 hồ sơ)", "76,2% với 1.200 trên tổng số 1.575"."""
    after = (one for one in paper.mentions if one.place == share.place and one.start > share.end)
    following = next(after, None)
    if following is None:
        return None
    between = text[share.end : following.start]
    is_beside = BEHIND.fullmatch(between) or (following.whole is not None and IN_BRACKETS.fullmatch(between))
    return following if is_beside else None


def _end(text: str, mention: Mention) -> int:
    """The end of what the number counts: up to the mark or word that leads on to its share."""
    match = re.compile(r"[^,;(%=]*?(?=\s*(?:[,;(=]|đạt|chiếm|tương ứng|tương đương|bằng|$))").match(text, mention.end)
    after = match.end() if match else mention.end
    return after + 1 if text[after : after + 1] in (",", ";") else after


def _with_those_before(paper: Paper, mention: Mention, whole: Decimal) -> Iterator[Pair]:
    """The figure together with the parts told before it: "trước hạn 1.400, đúng hạn 77, đạt 99,3%"."""
    if mention.parent is None:
        return
    before = [one for one in paper.parts(mention.parent) if one.start <= mention.start and one.place == mention.place]
    yield sum((one.value for one in before), Decimal(0)), whole, tuple(spot(one) for one in before)


def _of_words(paper: Paper, share: Share, mention: Mention | None, name: str) -> Iterator[Pair]:
    """The rate of a figure told elsewhere, or of a whole named beside it: "99,1% trên 235 phiếu"."""
    part = _value(paper, name)
    if part is None:
        return
    if mention is not None and mention.start > share.start:
        yield part, mention.value, (spot(mention),)
    for whole in wholes_of(name):
        if (value := paper.one_value(whole)) is not None:
            yield part, value, (spot(paper.told[whole][0]),)


def _value(paper: Paper, name: str) -> Decimal | None:
    if name == "dossiers.resolved_in_time" and name not in paper.told:
        early, on_time = (paper.one_value(f"dossiers.resolved_{leaf}") for leaf in ("early", "on_time"))
        return None if early is None else early + (on_time or 0)
    return paper.one_value(name)


def _saved(paper: Paper, share: Share, text: str) -> Iterator[Pair]:
    """What was cut, of what it cost before: the largest amount of the sentence; "giảm" does not tell what is left."""
    start, end = share.sentence
    amounts = [
        one
        for one in paper.mentions
        if one.place == share.place and start <= one.start < end and one.domain == "payments"
    ]
    most = max((it.value for it in amounts), default=Decimal(0))
    for one in amounts if len(amounts) > 1 else ():
        if not (CHANGE.search(before(text, share.start)) and LEFT.search(before(text, one.start))):
            yield one.value, most, (spot(one),)
        yield most - one.value, most, (spot(one),)


def _problem(paper: Paper, share: Share, pair: Pair) -> Problem:
    part, whole, others = pair
    true = percent_of(part, whole, max(share.decimals, 1))
    told = shown(true) if true is not None else "không tính được"
    message = f"Ghi {shown(share.value)}%, nhưng {shown(part)}/{shown(whole)} là {told}%. Hãy tính lại tỷ lệ."
    return found("rate-wrong", Level.ERROR, message, paper.paragraph(share), share.start, share.end, others)

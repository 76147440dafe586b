"""A form or annex that the text names goes with it. Pure."""

import re
from collections.abc import Iterator

from intranet.checks.paper import Paper
from intranet.checks.problem import Level, Problem, found
from intranet.reading.letters import small
from intranet.reading.manuscript import Manuscript

RULE = "annex-missing"
CODE = r"(?:[ivx]+\.)?\d{1,2}[a-zđ]?(?:\.\d{1,2})?(?:/[\w./-]+)?"
NAME = r"(?:biểu(?: mẫu| số liệu| tổng hợp)?|phụ lục|phụ biểu|mẫu(?: biểu)?)"
# "Biểu số II.05a", "Phụ lục 1", "biểu mẫu II.06b": what is named, and its code.
NAMED = re.compile(rf"(?<!\w)(?P<name>{NAME})\s+(?:số\s*:?\s*)?(?P<code>{CODE}|[ivx]{{1,4}})(?![\w.]*\w)")
FURTHER = re.compile(rf"\s*(?:,|;|và|\+)\s*(?:{NAME}\s+)?(?:số\s+)?(?P<code>{CODE}|[ivx]{{1,4}})(?![\w.]*\w)")
GOES_WITH = r"(?:(?:gửi\s+)?(?:kèm theo|đính kèm|gửi kèm|kèm)(?: theo)?(?: (?:báo cáo|văn bản)(?: này)?)?)"
BARE = re.compile(r"(?<![\w.])(?P<name>)(?P<code>[ivx]+\.0\d[a-zđ]?(?:/[\w/]+)?)(?![\w.]*\w)")
# A list or form without a code that is said to go with the report.
ENCLOSED = re.compile(
    r"(?<!\w)(?:biểu(?: mẫu| số liệu| tổng hợp)?|phụ lục|phụ biểu|danh sách|danh mục|bảng tổng hợp|bảng số liệu|"
    r"số liệu chi tiết)(?:\s+(?!kèm|đính|gửi|ban hành|\d)[^\s.,;:()]+){0,5}?\s+(?:được\s+)?"
    rf"{GOES_WITH}(?=\s*(?:$|[.,;)]))"
)
REGULATION = r"(?:các\s+)?(?:nghị|thông tư|quyết định|công văn(?! này)|kế hoạch|quy|luật|hướng dẫn|văn bản số)"
CITED_AFTER = re.compile(
    rf"[^.;()]{{0,25}}?(?:ban hành|(?:kèm theo|của|tại|theo|quy định tại)\s+{REGULATION}|(?<!\w){REGULATION}\s)"
)
OURS = re.compile(r"[^.;()]{0,60}?kèm(?: theo)? (?:báo cáo|văn bản) này")
WITH_IT = re.compile(rf"[^.;()]{{0,60}}?{GOES_WITH}(?!\w)")
SENT_TO = re.compile(
    r"(?:kèm(?: theo)? (?:báo cáo|văn bản) này:?|chi tiết|cụ thể|xem|tại|theo|như|gửi|kèm)\s+"
    r"(?:ở |tại |theo |trong )?(?:các )?$"
)
# What goes with procedures on display, or with an applicant's papers, does not go with the report.
OF_PROCEDURES = re.compile(
    r"(?:niêm yết|công khai|tờ khai|mẫu đơn|nộp|cung cấp)[^.;()]{0,60}(?<!có )(?<!theo )(?<!tại )$"
)
FORM_CODE = re.compile(r"[ivx]+\.0\d[a-zđ]?")
ROMANS = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}


def annex_missing(paper: Paper) -> Iterator[Problem]:
    """Each form or annex once that the text says goes with it, and that stands neither behind it nor in it."""
    attached = _attached(paper)
    told: set[str] = set()
    for paragraph in paper.manuscript.prose:
        for start, end, code in _named(small(paragraph.text)):
            is_caption = start == 0 and _is_row(paper.manuscript, paragraph.place + 1)
            if code in told or is_caption or _is_there(code, attached):
                continue
            told.add(code)
            words = paragraph.text[start:end]
            message = f"Văn bản nêu “{words}” nhưng không có phần này kèm theo. Hãy kèm vào, hoặc bỏ chỗ nhắc đến."
            yield found(RULE, Level.ERROR, message, paragraph, start, end)


def _named(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a form is named that ought to be attached, and its code; "" of one without."""
    coded: list[tuple[int, int]] = []
    for match in (*NAMED.finditer(text), *BARE.finditer(text)):
        if _overlaps(match, coded):
            continue
        coded.append(match.span())
        if _is_claimed(text, match):
            yield match.start(), match.end(), normal(match["code"])
            after = FURTHER.match(text, match.end())
            while after:
                coded.append(after.span())
                yield after.start("code"), after.end(), normal(after["code"])
                after = FURTHER.match(text, after.end())
    for match in ENCLOSED.finditer(text):
        if not _overlaps(match, coded) and not OF_PROCEDURES.search(text[: match.start()]):
            yield match.start(), match.end(), ""


def _overlaps(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(match.start() < end and start < match.end() for start, end in spans)


def _is_claimed(text: str, match: re.Match[str]) -> bool:
    """Whether the text says that a coded form goes with it: in so many words, in brackets, or by sending there."""
    before, after = text[: match.start()], text[match.end() :]
    if OURS.match(after):
        return True
    if CITED_AFTER.match(after):
        return False
    is_within = "(" in before and ")" not in before[before.rindex("(") :]
    if WITH_IT.match(after):
        return True
    if match["name"].startswith(("phụ", "biểu")):
        return is_within or bool(SENT_TO.search(before))
    return is_within and bool(FORM_CODE.match(match["code"]))


def normal(code: str) -> str:
    """One way of writing a code: II.05a of "II.05a/VPCP/KSTT", 1 of "I" and "01"."""
    code = code.split("/")[0].strip(".")
    code = ROMANS.get(code, code)
    return code.lstrip("0") if code.isdigit() else code


def _attached(paper: Paper) -> set[str]:
    """The codes of what stands behind the text; "" where anything does."""
    codes: set[str] = set()
    if paper.facts is not None and paper.is_own:
        codes = {normal(small(code)) for code in paper.facts.annexes}
    annexes = [small(paragraph.text) for paragraph in paper.manuscript.part("annex")]
    for text in annexes:
        codes |= {normal(match["code"]) for match in (*NAMED.finditer(text), *BARE.finditer(text))}
    return codes | ({""} if codes or annexes else set())


def _is_there(code: str, attached: set[str]) -> bool:
    """Whether it is attached; 06b is II.06b, and a single annex without a number is the first."""
    tails = {other.rpartition(".")[2] for other in attached if not other.isdigit()}
    return code in attached or (code.rpartition(".")[2] in tails and bool(code)) or (code == "1" and attached == {""})


def _is_row(manuscript: Manuscript, place: int) -> bool:
    return place < len(manuscript.paragraphs) and manuscript.paragraphs[place].kind == "row"

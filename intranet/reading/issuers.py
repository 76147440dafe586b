"""Who issued a text, as its number and as the words after it say it. Pure."""

import re

from intranet.reading.letters import small

# By words, the more telling first: "Thủ tướng Chính phủ" is not "Chính phủ".
BODIES = (
    ("Quốc hội", re.compile(r"quốc hội")),
    ("Văn phòng Chính phủ", re.compile(r"văn phòng chính phủ|vpcp")),
    ("Thủ tướng Chính phủ", re.compile(r"thủ tướng|(?<!\w)ttg(?!\w)")),
    ("Văn phòng UBND", re.compile(r"văn phòng")),
    ("HĐND", re.compile(r"hđnd|hội đồng nhân dân")),
    ("UBND", re.compile(r"ubnd|ủy ban nhân dân")),
    ("Bộ", re.compile(r"(?<!\w)(?:liên )?bộ(?: trưởng)?(?!\w| phận| chỉ huy| chính trị)|ngân hàng nhà nước|thanh tra")),
    ("Sở", re.compile(r"(?<!\w)sở(?!\w)")),
    ("Chính phủ", re.compile(r"chính phủ")),
)
# What the groups of a number tell: QĐ-TTg, TT-VPCP, NQ-HĐND.
BY_GROUP = (
    (re.compile(r"(?:^|[-/])(?:UBTVQH|QH)\d*$"), "Quốc hội"),
    (re.compile(r"[-/]CP$"), "Chính phủ"),
    (re.compile(r"[-/]TTg(?:-|$)"), "Thủ tướng Chính phủ"),
    (re.compile(r"[-/]VPCP(?:-|$)"), "Văn phòng Chính phủ"),
    (re.compile(r"[-/]HĐND(?:-|$)"), "HĐND"),
    (re.compile(r"[-/]UBND(?:-|$)"), "UBND"),
    (re.compile(r"/TT-B[A-ZĐ]{1,6}$"), "Bộ"),
)
LEVELS = re.compile(r"(?<!\w)(?:tỉnh|huyện|quận|thị xã|thị trấn|phường|xã)(?!\w)")


def body(words: str) -> str:
    """Which kind of body the words name, "" where they do not tell."""
    told = small(words)
    return next((name for name, pattern in BODIES if pattern.search(told)), "")


def body_by_number(number: str) -> str:
    """Which kind of body a number is of, "" where its groups do not tell."""
    return next((name for pattern, name in BY_GROUP if pattern.search(number)), "")


def differ(said: str, meant: str) -> bool:
    """Whether two namings of an issuer cannot mean the same: other bodies, or of other levels."""
    bodies, levels = {body(said), body(meant)}, [LEVELS.findall(small(words)) for words in (said, meant)]
    if "" in bodies or len(bodies) > 1:
        return "" not in bodies
    return all(levels) and levels[0][0] != levels[1][0]

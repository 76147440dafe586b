"""The word for a kind of text, as offices write it, and which word fits which number.

The codes are those of Decree 30/2020/NĐ-CP, Annex III, with those of legal texts and of the Party. Pure.
"""

import re

from intranet.kernel.search import fold

# As written, in small letters: the word in full.
TYPES = {
    **{name.lower(): name for name in ("Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Nghị quyết", "Thông tư")},
    **{name.lower(): name for name in ("Thông tư liên tịch", "Quyết định", "Chỉ thị", "Công điện", "Kế hoạch")},
    **{name.lower(): name for name in ("Công văn", "Thông báo", "Hướng dẫn", "Quy định", "Quy chế", "Quy trình")},
    **{name.lower(): name for name in ("Báo cáo", "Tờ trình", "Chương trình", "Đề án", "Phương án", "Biên bản")},
    **{name.lower(): name for name in ("Văn bản hợp nhất", "Văn bản", "Giấy mời", "Kết luận", "Thông cáo")},
    "nghị quyết liên tịch": "Nghị quyết",
    "thông báo kết luận": "Thông báo",
    "chương trình hành động": "Chương trình",
    "chương trình công tác": "Chương trình",
    **{"nđ": "Nghị định", "nq": "Nghị quyết", "tt": "Thông tư", "ttlt": "Thông tư liên tịch", "qđ": "Quyết định"},
    **{"ct": "Chỉ thị", "cđ": "Công điện", "kh": "Kế hoạch", "cv": "Công văn", "tb": "Thông báo", "bc": "Báo cáo"},
    **{"ttr": "Tờ trình", "ctr": "Chương trình"},
}
ANY = "Văn bản"
LETTER = ("Công văn",)
# The first group of a symbol, and the words that fit it.
FITTING = {
    "NĐ": ("Nghị định",),
    **dict.fromkeys(("NQ", "NQLT"), ("Nghị quyết",)),
    "TT": ("Thông tư",),
    "TTLT": ("Thông tư liên tịch",),
    **dict.fromkeys(("QĐ", "QĐUB", "QĐLT"), ("Quyết định",)),
    "CT": ("Chỉ thị",),
    "CĐ": ("Công điện",),
    **dict.fromkeys(("KH", "KHPH", "KHLT", "KHLN"), ("Kế hoạch",)),
    **dict.fromkeys(("TB", "TBKL"), ("Thông báo",)),
    "BC": ("Báo cáo",),
    "TTr": ("Tờ trình",),
    **dict.fromkeys(("CTr", "CTHĐ", "CTPH"), ("Chương trình",)),
    "ĐA": ("Đề án",),
    "PA": ("Phương án",),
    **dict.fromkeys(("QC", "QCPH"), ("Quy chế",)),
    **dict.fromkeys(("QyĐ", "QĐi"), ("Quy định",)),
    "BB": ("Biên bản",),
    "GM": ("Giấy mời",),
    "TC": ("Thông cáo",),
    "KL": ("Kết luận",),
    "HD": ("Hướng dẫn",),
    "CV": LETTER,
    "VBHN": ("Văn bản hợp nhất",),
    "PL": ("Pháp lệnh",),
    "UBTVQH": ("Pháp lệnh", "Nghị quyết"),
    "QH": ("Luật", "Bộ luật", "Nghị quyết"),
    "CP": ("Nghị định", "Nghị quyết", "Công văn"),  # as they were numbered until 1996: 64/CP
    "TTg": ("Công văn", "Quyết định", "Chỉ thị"),
}
BY_CODE = {fold(code): words for code, words in FITTING.items()}
# An official letter has no code of its kind: its number begins with who sends it.
SENDER = re.compile(r"(?:UBND|HĐND|VP|TTPVHCC|TTHCC|PVHCC|B[A-ZĐ]{2,}|S[A-ZĐ]{2,}|P[A-ZĐ]{2,}|ĐU$|TU$|CA$|UBMT|MTTQ)")


def code(number: str) -> str:
    """The first group of a number: NĐ of 118/2025/NĐ-CP, CT of 05-CT/TU, QH of 64/2025/QH15."""
    party = re.fullmatch(r"\d+-([^/]+)/.*", number)
    group = party[1] if party else number.split("/")[-1].split("-")[0]
    return group.rstrip("0123456789")


def fitting(number: str) -> tuple[str, ...]:
    """The words a number fits; none where its symbol tells nothing."""
    group = code(number)
    return BY_CODE.get(fold(group)) or (LETTER if SENDER.match(group) else ())


def fits(kind: str, number: str) -> bool:
    words = fitting(number)
    return not words or kind in ("", ANY) or kind in words

"""What reading a file brought up, as it is kept with its batch until somebody has answered and confirmed. Pure."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from intranet.dossiers.importing import Import
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.vocabulary import REQUIRED, Channel, ExportColumn, Status
from intranet.kernel.tables.cells import text_of

MOST_DOUBTS, LONGEST = 200, 200
MOST_WORDS = 50  # of status or channel; more of them are no words but another column
UNKNOWN, ABSENT = "unknown", "absent"  # the answers that are no heading and no meaning
MEANINGS = {ExportColumn.STATUS: Status, ExportColumn.CHANNEL: Channel}


def brought_up(found: Import) -> dict[str, Any]:
    """What was read as what, what is to be asked, what is odd; as JSON."""
    return {
        "sheet": found.sheet,
        "headings": list(found.header.texts),
        "read_as": [[column.label, heading(found, at)] for column, at in sorted(found.columns.at.items(), key=place)],
        "examples": [[text_of(cell) for cell in cells] for cells in found.examples],
        "columns": [asked(found, column, places) for column, places in found.columns.unsure.items()],
        "words": [asdict(it) for it in found.words[:MOST_WORDS]],
        "doubts": [asdict(doubt) | {"value": doubt.value[:LONGEST]} for doubt in found.warnings[:MOST_DOUBTS]],
    }


def place(item: tuple[ExportColumn, int]) -> int:
    return item[1]


def heading(found: Import, at: int) -> str:
    return f"{xl_col_to_name(at)} – {found.header.texts[at]}"


def asked(found: Import, column: ExportColumn, places: Sequence[int]) -> dict[str, Any]:
    """One question: the headings that may be meant, by their keys; all that are left where no word hints at one."""
    used = set(found.columns.at.values())
    keys = found.header.keys
    offered = places or [at for at, name in enumerate(keys) if name and at not in used]
    choices = [[keys[at], heading(found, at), example(found, at)] for at in offered]
    return {"column": column.value, "choices": choices, "may_be_absent": column not in REQUIRED}


def example(found: Import, at: int) -> str:
    return next((text for cells in found.examples if at < len(cells) and (text := text_of(cells[at]))), "")


def questions(told: dict[str, Any]) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """What is to be asked: the name of the answer, the question, what can be answered."""
    for it in told.get("columns", ()):
        column = ExportColumn(it["column"])
        choices = [
            (key, f"Cột {text}" + (f" (ví dụ: {sample})" if sample else "")) for key, text, sample in it["choices"]
        ]
        absent = [(ABSENT, "Tệp không có cột này")] if it["may_be_absent"] else []
        yield f"column-{column.value}", f"Cột nào là {column.label.lower()}?", choices + absent
    for at, it in enumerate(told.get("words", ())):
        column = ExportColumn(it["column"])
        meanings = [(member.value, member.label) for member in MEANINGS[column]]
        yield f"word-{at}", question(it["text"], column, it["count"]), [*meanings, (UNKNOWN, LEFT[column])]


LEFT = {
    ExportColumn.STATUS: "Chưa rõ: các dòng này chưa nhập được",
    ExportColumn.CHANNEL: "Chưa rõ: không tính vào hình thức nào",
}


def question(text: str, column: ExportColumn, count: int) -> str:
    word = f"Từ “{text}”" if text else "Ô để trống"
    return f"{word} ở mục {column.label.lower()} ({count} dòng) nghĩa là gì?"


def answered(told: dict[str, Any], answers: dict[str, str]) -> Remembered:
    """What these answers, by the names of the questions, say about the source; an "unknown" says nothing."""
    columns = {ExportColumn(it["column"]): answers[f"column-{it['column']}"] for it in told.get("columns", ())}
    words = [(it, answers[f"word-{at}"]) for at, it in enumerate(told.get("words", ()))]
    meant: dict[ExportColumn, dict[str, Any]] = {column: {} for column in MEANINGS}
    for it, value in words:
        if value != UNKNOWN:
            column = ExportColumn(it["column"])
            meant[column][it["word"]] = MEANINGS[column](value)
    return Remembered(
        columns={key: column for column, key in columns.items() if key != ABSENT},
        absent=frozenset(column for column, key in columns.items() if key == ABSENT),
        statuses=meant[ExportColumn.STATUS],
        channels=meant[ExportColumn.CHANNEL],
    )


def left(told: dict[str, Any], answers: dict[str, str]) -> list[str]:
    """The words that were left without a meaning, so that they are not asked about again."""
    return [name_of(it) for at, it in enumerate(told.get("words", ())) if answers[f"word-{at}"] == UNKNOWN]


def name_of(word: dict[str, Any]) -> str:
    return f"{word['column']}:{word['word']}"


def has_questions(found: Import, left: Collection[str]) -> bool:
    """Whether a person has to be asked: about any column, or about a word nobody left open yet."""
    return bool(found.columns.unsure) or any(f"{it.column.value}:{it.word}" not in left for it in found.words)

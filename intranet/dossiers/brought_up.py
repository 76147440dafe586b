"""What reading a file brought up, as it is kept with its batch until somebody has answered and confirmed. Pure."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from intranet.dossiers.control_totals import first_rows
from intranet.dossiers.importing import Import, UnderstoodList
from intranet.dossiers.questions import Question, known_by
from intranet.dossiers.vocabulary import ExportColumn
from intranet.kernel.tables.cells import text_of

MOST_DOUBTS, LONGEST = 200, 200


def brought_up(found: Import, answers: Mapping[str, str]) -> dict[str, Any]:
    """What was read as what, what is still to be asked, what is odd, what was left aside; as JSON."""
    return {
        "lists": [list_told(it) for it in found.lists],
        "questions": [question.to_json() for question in open_questions(found, answers)],
        "doubts": [asdict(doubt) | {"value": doubt.value[:LONGEST]} for doubt in found.warnings[:MOST_DOUBTS]],
        "unread": [asdict(part) for part in found.unread],
        "totals": found.totals.to_json() if found.totals else {},
        "first_rows": first_rows(found.rows),
    }


def open_questions(found: Import, answers: Mapping[str, str]) -> list[Question]:
    """Those that nobody answered for this file yet."""
    return [question for question in found.questions if known_by(question) not in answers]


def list_told(it: UnderstoodList) -> dict[str, Any]:
    header = it.list.header
    return {
        "sheet": it.list.sheet,
        "row": header.row,
        "header_rows": it.list.header_rows,
        "headings": list(header.texts),
        "read_as": [[column.label, header.name_of(at)] for column, at in sorted(it.columns.at.items(), key=place)],
        "examples": [[text_of(cell) for cell in cells] for cells in it.examples],
    }


def place(item: tuple[ExportColumn, int]) -> int:
    return item[1]


def questions_of(told: Mapping[str, Any]) -> list[Question]:
    """What is to be asked of a batch, by what it keeps."""
    return [Question.from_json(kept) for kept in told.get("questions", ())]

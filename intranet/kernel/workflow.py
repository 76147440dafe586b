"""State machines as tables: no database, no request. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from intranet.kernel.labels import Labelled

May = Callable[[str], bool]


@dataclass(frozen=True)
class Reason:
    """Why something may not happen; `anchor` is the id of the place on the page where it can be mended."""

    message: str
    anchor: str = ""


class Refused(Exception):
    """The action may not happen now; every reason is a sentence for the user."""

    def __init__(self, *reasons: Reason | str):
        self.reasons = tuple(reason if isinstance(reason, Reason) else Reason(reason) for reason in reasons)
        super().__init__(" ".join(reason.message for reason in self.reasons))


def always(record: Any) -> tuple[Reason, ...]:
    """The guard of a step that needs nothing but its right."""
    return ()


@dataclass(frozen=True)
class Transition:
    """One step: who may take it is `permission`, what must be true first is `guard`."""

    action: str
    label: str
    sources: frozenset[Labelled]
    target: Labelled
    permission: str
    done: str
    needs_note: bool = False
    guard: Callable[[Any], tuple[Reason, ...]] = always


@dataclass(frozen=True)
class Workflow:
    transitions: tuple[Transition, ...]

    def open_to(self, state: Labelled, may: May) -> list[Transition]:
        """The steps that may be taken from this state, in the order of the table."""
        return [step for step in self.transitions if state in step.sources and may(step.permission)]

    def check(self, subject: Any, state: Labelled, action: str, may: May, note: str = "") -> Transition:
        """The step for `action`, or Refused with every reason against it."""
        step = next((step for step in self.open_to(state, may) if step.action == action), None)
        if step is None:
            raise Refused(f"Không thực hiện được thao tác này khi đang ở trạng thái “{state.label}”.")
        if step.needs_note and not note.strip():
            raise Refused(Reason("Hãy ghi rõ lý do.", f"note-{action}"))
        if reasons := step.guard(subject):
            raise Refused(*reasons)
        return step

    def label(self, action: str) -> str:
        """What a step is called, for the trail."""
        return next((step.done for step in self.transitions if step.action == action), "")

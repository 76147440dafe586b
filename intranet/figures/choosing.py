"""Choosing which of two values of a figure counts."""

from intranet.accounts.models import User
from intranet.figures.figure import Figure
from intranet.figures.models import FigureChoice, choice_of
from intranet.figures.whose_word import Choice
from intranet.kernel.clock import now
from intranet.kernel.db import db
from intranet.kernel.period import Period
from intranet.kernel.workflow import Reason, Refused

SAME = "Báo cáo đang dùng đúng số này. Hãy chọn số khác hoặc quay lại."
NOTHING = "Chưa ai nhập số này. Hãy nhập số trước rồi chọn."


def choose(period: Period, figure: Figure, choice: Choice, reason: str, actor: User) -> FigureChoice:
    """Let this value count, for a reason; `Choice.RULE` takes a choice back."""
    if choice is choice_of(figure.chosen):
        raise Refused(Reason(SAME, "choice"))
    if choice is Choice.ENTERED and figure.typed is None:
        raise Refused(Reason(NOTHING, "choice"))
    made = FigureChoice(
        period_code=period.code, name=figure.name, choice=choice, reason=reason, chosen_by=actor, chosen_at=now()
    )
    db.session.add(made)
    db.session.flush()
    return made

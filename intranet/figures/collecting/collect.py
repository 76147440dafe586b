"""Everything the report of a period can know: its figures, those of earlier periods beside them, every register."""

from intranet.accounts.models import Office
from intranet.accounts.operations import the_office
from intranet.figures.collecting.earlier import earlier_figures
from intranet.figures.collecting.inspection_notes import inspection_notes
from intranet.figures.collecting.legal_register import legal_notes
from intranet.figures.collecting.register_notes import (
    document_notes,
    overdue_notes,
    procedure_notes,
    proposal_notes,
    training_notes,
)
from intranet.figures.comparing import beside
from intranet.figures.facts import Facts, PrintedOffice
from intranet.figures.figures_of import PeriodFigures, figures_of
from intranet.figures.recorded import open_books
from intranet.kernel.period import Period


def collect(period: Period, known: PeriodFigures | None = None) -> Facts:
    """The facts of a period as registers and entries stand now; `known` are its figures where they are at hand."""
    books = open_books()
    now, earlier = known or figures_of(period, books), earlier_figures(period, books)
    figures = {name: fact.bare for name, fact in now.items()}
    return Facts(
        period=period,
        office=office(the_office()),
        figures={**figures, **beside(figures, period, earlier)},
        inspections=inspection_notes(period),
        documents=document_notes(period),
        trainings=training_notes(period),
        proposals=proposal_notes(period),
        procedures=procedure_notes(period),
        overdue=overdue_notes(period),
        windows=now.windows,
        fields=now.fields,
        causes=now.causes,
        legal=legal_notes(period),
        earlier={side: one.period for side, one in earlier.items()},
        exports=now.exports,
        are_by_exports=now.are_by_exports,
    )


def office(profile: Office) -> PrintedOffice:
    names = ("name", "short_name", "superior", "province", "centre", "place", "address", "addressee", "archive")
    signing = ("signing_authority", "signatory_post", "signatory_name")
    texts = {name: getattr(profile, name) for name in (*names, *signing)}
    recipients = tuple(line.strip() for line in profile.recipients.splitlines() if line.strip())
    kind = profile.kind.label.lower() if profile.kind else ""
    return PrintedOffice(**texts, recipients=recipients, kind=kind)

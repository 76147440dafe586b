"""What the database counts as in force, upcoming or abolished is what each procedure says of itself."""

from datetime import datetime, time, timedelta

from factories import a_published_procedure
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from intranet.kernel.clock import VIETNAM, as_of
from intranet.kernel.db import db
from intranet.procedures.catalogue import Procedure, Validity
from intranet.procedures.catalogue_counting import in_force
from intranet.procedures.catalogue_listing import valid_today

NOON = datetime(2026, 3, 14, 12, tzinfo=VIETNAM)
SPANS = st.tuples(st.integers(-3, 3), st.none() | st.integers(0, 3))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.lists(SPANS, min_size=1, max_size=6))
@example([(0, 0), (0, None), (1, None), (-1, 0), (-1, 1)])
def test_the_query_and_the_procedure_agree_on_what_is_in_force(app, spans):
    db.session.execute(delete(Procedure))
    day = NOON.date()
    for number, (start, length) in enumerate(spans):
        since = day + timedelta(days=start)
        until = None if length is None else since + timedelta(days=length)
        a_published_procedure(code=f"1.{number}", effective_from=since, effective_to=until)
    found = db.session.scalars(select(Procedure)).all()
    with as_of(datetime.combine(day, time(9), VIETNAM)):
        for validity in Validity:
            wanted = {it.id for it in found if it.validity() is validity}
            assert set(db.session.scalars(select(Procedure.id).where(valid_today(validity.value)))) == wanted, validity
    in_force_then = set(db.session.scalars(select(Procedure.id).where(in_force(day))))
    assert in_force_then == {it.id for it in found if it.validity(day) is Validity.IN_FORCE}

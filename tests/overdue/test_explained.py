"""Whether a case is explained: the query says of each what the case says of itself."""

from factories import a_cause, an_overdue_case
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from intranet.kernel.db import db
from intranet.overdue.counting import explained
from intranet.overdue.models import OverdueCase

TOLD = st.tuples(st.booleans(), st.sampled_from(["", "Lỗi hệ thống", " "]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
@given(st.lists(TOLD, min_size=1, max_size=4))
@example([(True, ""), (False, "Lỗi"), (True, "Lỗi"), (False, "")])
def test_the_query_and_the_case_agree_on_what_is_explained(cast, told):
    with db.session.begin_nested() as attempt:
        made = [
            an_overdue_case(
                cast("an"), code=f"H37-{number}", main_cause=a_cause("HT-01") if has_cause else None, explanation=words
            )
            for number, (has_cause, words) in enumerate(told)
        ]
        counted = set(db.session.scalars(select(OverdueCase.id).where(explained())))
        assert counted == {case.id for case in made if case.is_explained}
        others = set(db.session.scalars(select(OverdueCase.id).where(~explained())))
        assert others == {case.id for case in made} - counted
        attempt.rollback()

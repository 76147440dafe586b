"""The door, in a real browser."""

import pytest
from factories import PASSWORD

pytestmark = pytest.mark.browser


def test_signing_in_and_out_with_and_without_scripts(knock):
    for javascript in (True, False):
        visitor = knock(javascript=javascript)
        visitor.sign_in("an", PASSWORD)
        visitor.go("/inbox")
        visitor.page.get_by_role("button", name="Đăng xuất").click()
        visitor.page.get_by_role("heading", name="Đăng nhập").wait_for()

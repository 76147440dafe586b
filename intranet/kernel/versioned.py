"""Forms over what others may change meanwhile, and that ask about what is odd."""

from typing import Any
from zlib import crc32

from flask import request
from wtforms import IntegerField
from wtforms.validators import Optional
from wtforms.widgets import HiddenInput

from intranet.kernel.forms import BaseForm
from intranet.kernel.workflow import Reason


class VersionedForm(BaseForm):
    """A form over something others may change meanwhile: it remembers the version it was opened with.

    `doubts` are questions about what was typed, asked until they are confirmed.
    """

    version = IntegerField("Phiên bản đang mở", widget=HiddenInput(), validators=[Optional()])
    doubts: tuple[Reason, ...] = ()

    @property
    def wants_lines(self) -> bool:
        """Whether somebody only asked for more empty lines of a kind; see rows.py."""
        return any(getattr(field, "more", None) in request.form for field in self)

    def validate_on_submit(self, extra_validators: Any = None) -> bool:
        """Who asks for more lines has not finished, and is not told yet what is missing."""
        return not self.wants_lines and super().validate_on_submit(extra_validators)

    def confirms(self, doubts: tuple[Reason, ...]) -> bool:
        """Whether there is nothing to ask, or the person has answered exactly these questions."""
        self.doubts = doubts
        if not doubts or request.form.get("confirmed") == self.question:
            return True
        self.form_errors.append("Có chỗ cần xác nhận. Hãy xem câu hỏi rồi lưu lần nữa.")
        return False

    @property
    def question(self) -> str:
        """What a confirmation names, so that a new doubt is asked about anew."""
        return str(crc32("\n".join(doubt.message for doubt in self.doubts).encode()))

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in super().values().items() if name != "version"}

    def overtaken(self, stored: Any) -> bool:
        """Whether somebody saved something else meanwhile. The form then shows both; saving again is deliberate."""
        ours = self.values()
        theirs = {name: getattr(stored, name) for name in ours if hasattr(stored, name)}
        if self.version.data == stored.version or ours | theirs == ours:
            return False
        self.theirs = {name: value for name, value in theirs.items() if ours[name] != value}
        self.version.data = stored.version
        self.version.raw_data = None
        return True

"""The menu: every page one may start from, in the order of the daily work."""

from dataclasses import dataclass

from flask import Flask, request
from flask_login import current_user

from intranet.accounts.permissions import may
from intranet.records import inbox


@dataclass(frozen=True)
class Item:
    endpoint: str
    icon: str
    text: str
    right: str

    @property
    def is_current(self) -> bool:
        return request.blueprint == self.endpoint.split(".")[0]

    @property
    def waiting(self) -> int:
        """How many things wait behind this item for the signed-in person."""
        return inbox.waiting_for(current_user) if self.endpoint == "records.index" else 0


MENU = (
    Item("home.index", "home", "Trang chính", "work.see"),
    Item("records.index", "inbox", "Hộp việc", "work.see"),
    Item("inspections.index", "clipboard-check", "Kiểm tra", "work.see"),
    Item("corrective_actions.index", "tool", "Khắc phục", "work.see"),
    Item("figures.index", "chart-bar", "Số liệu kỳ", "figures.see"),
    Item("reports.index", "file-text", "Báo cáo", "report.see"),
    Item("checklists.index", "list-check", "Bảng kiểm", "checklist.edit"),
    Item("outlines.index", "template", "Đề cương", "outline.edit"),
    Item("users.index", "users", "Người dùng", "users.manage"),
    Item("units.index", "building", "Đơn vị", "users.manage"),
    Item("office.edit", "settings", "Thông tin cơ quan", "office.edit"),
)


def init_app(app: Flask) -> None:
    app.jinja_env.globals["menu"] = lambda: [item for item in MENU if may(current_user, item.right)]

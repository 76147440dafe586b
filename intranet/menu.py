"""The menu: every page one may start from, in the order of the daily work."""

from dataclasses import dataclass, replace

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


@dataclass(frozen=True)
class MenuGroup:
    """Items that belong together, under a heading; the first group needs none."""

    heading: str
    items: tuple[Item, ...]


MENU = (
    MenuGroup(
        "",
        (
            Item("home.index", "home", "Trang chính", "work.see"),
            Item("records.index", "inbox", "Hộp việc", "work.see"),
        ),
    ),
    MenuGroup(
        "Sổ theo dõi",
        (
            Item("inspections.index", "clipboard-check", "Kiểm tra", "work.see"),
            Item("corrective_actions.index", "tool", "Khắc phục", "work.see"),
            Item("dossiers.index", "file-spreadsheet", "Hồ sơ", "work.see"),
            Item("overdue.index", "clock", "Hồ sơ quá hạn", "work.see"),
            Item("proposals.index", "scissors", "Đơn giản hóa TTHC", "work.see"),
            Item("procedures.index", "books", "Thủ tục hành chính", "work.see"),
            Item("internal_procedures.index", "route", "Quy trình nội bộ", "work.see"),
            Item("internal_tthc.index", "arrows-exchange", "TTHC nội bộ", "work.see"),
            Item("trainings.index", "school", "Tập huấn", "work.see"),
            Item("documents.index", "files", "Văn bản", "work.see"),
        ),
    ),
    MenuGroup(
        "Báo cáo",
        (
            Item("figures.index", "chart-bar", "Số liệu kỳ", "figures.see"),
            Item("reports.index", "file-text", "Báo cáo", "report.see"),
            Item("proofreading.index", "list-check", "Đọc soát", "report.see"),
            Item("legal_references.index", "books", "Căn cứ pháp lý", "work.see"),
        ),
    ),
    MenuGroup(
        "Thiết lập",
        (
            Item("checklists.index", "list-check", "Bảng kiểm", "checklist.edit"),
            Item("outlines.index", "template", "Đề cương", "outline.edit"),
            Item("report_duties.index", "clock", "Kỳ báo cáo phải gửi", "office.edit"),
            Item("categories.index", "category", "Danh mục", "reference.edit"),
            Item("working_days.index", "calendar", "Ngày làm việc", "reference.edit"),
            Item("users.index", "users", "Người dùng", "users.manage"),
            Item("units.index", "building", "Đơn vị", "users.manage"),
            Item("office.edit", "settings", "Thông tin cơ quan", "office.edit"),
        ),
    ),
)


def menu() -> list[MenuGroup]:
    """What the signed-in person may start from; a group without such an item is left out."""
    seen = (replace(group, items=tuple(it for it in group.items if may(current_user, it.right))) for group in MENU)
    return [group for group in seen if group.items]


def init_app(app: Flask) -> None:
    app.jinja_env.globals["menu"] = menu

"""The sample ward: its units, its people, its profile. Every name of a person is invented."""

from typing import Any

from intranet.accounts import operations as accounts
from intranet.accounts.models import SAMPLE_PASSWORD, OfficeKind, Role, Unit, User
from intranet.demo.reading import at

FOUNDED = "2025-12-15 07:45"

UNITS = {
    "TTPVHCC": "Trung tâm Phục vụ hành chính công",
    "VHXH": "Phòng Văn hóa - Xã hội",
    "KTHTDT": "Phòng Kinh tế, Hạ tầng và Đô thị",
    "VP": "Văn phòng HĐND và UBND",
}
# The administrator comes first: the others are made by them.
ACCOUNTS = (
    ("quan-tri", "Lương Quốc Bình", Role.ADMINISTRATOR, "TTPVHCC"),
    ("giam-doc", "Vi Minh Tuấn", Role.DIRECTOR, "TTPVHCC"),
    ("kiem-soat", "Lý Thu Hà", Role.CONTROLLER, "TTPVHCC"),
    ("dau-moi", "Hoàng Thị Lan", Role.OFFICER, "TTPVHCC"),
    ("dau-moi-2", "Nông Văn Hải", Role.OFFICER, "VHXH"),
)
OFFICE: dict[str, Any] = {
    "kind": OfficeKind.WARD,
    "name": "Ủy ban nhân dân\nphường Tam Thanh",
    "province": "tỉnh Lạng Sơn",
    "centre": "Trung tâm Phục vụ hành chính công phường Tam Thanh",
    "place": "Tam Thanh",
    "address": "số 759 đường Trần Đăng Ninh",
    "addressee": "UBND tỉnh Lạng Sơn",
    "recipients": "\n".join(
        (
            "Trung tâm Phục vụ hành chính công tỉnh (B/c)",
            "Văn phòng HĐND-UBND tỉnh",
            "Chủ tịch, các Phó Chủ tịch UBND phường",
            "Các phòng chuyên môn",
            "Trung tâm Phục vụ hành chính công phường",
            "Trang thông tin điện tử phường",
        )
    ),
    "archive": "VT",
    "signing_authority": "TM. ỦY BAN NHÂN DÂN",
    "signatory_post": "CHỦ TỊCH",
    "is_sample": True,
}


def settle() -> tuple[dict[str, Unit], dict[str, User]]:
    """Units by code and people by user name, newly made."""
    with at(FOUNDED):
        units = {code: accounts.create_unit(None, code=code, name=name) for code, name in UNITS.items()}
        people: dict[str, User] = {}
        for username, full_name, role, code in ACCOUNTS:
            values: dict[str, Any] = {"full_name": full_name, "role": role, "unit": units[code], "is_sample": True}
            administrator = people.get("quan-tri")
            people[username] = accounts.create_user(
                administrator, username=username, password=SAMPLE_PASSWORD, **values
            )
        accounts.change_office(OFFICE, people["quan-tri"])
    return units, people

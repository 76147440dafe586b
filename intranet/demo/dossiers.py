"""The dossiers of the sample quarter, out of the exports of two systems, imported as anybody would."""

from datetime import date

from intranet.accounts.models import Unit, User
from intranet.demo.reading import HERE, at
from intranet.dossiers import operations, settings_operations

# By file, the system and the day of export, where the file's title does not tell it.
EXPORTS = {
    "tinh.xlsx": ("Hệ thống tỉnh", None),
    "bo-tu-phap.xlsx": ("Hệ thống Bộ Tư pháp", date(2026, 3, 18)),
}
# Who handles a field where the export names no unit of ours: the civil register's system never does.
HANDLED_BY = {"TTPVHCC": ("chung-thuc", "ho-tich")}


def record(units: dict[str, Unit], people: dict[str, User]) -> None:
    controller = people["kiem-soat"]
    with at("2026-03-18 08:10"):
        handled = {field: units[code] for code, fields in HANDLED_BY.items() for field in fields}
        settings_operations.assign(handled, controller)
        for name, (system, exported_on) in EXPORTS.items():
            data = (HERE / "exports" / name).read_bytes()
            batch, _ = operations.import_at_once(system, data, name, exported_on, controller)
            operations.confirm(batch, False, controller)

"""The sample ward's catalogue of procedures: the published list, taken over as anybody would."""

from intranet.accounts.models import Unit, User
from intranet.demo.reading import HERE, at
from intranet.procedures.catalogue_operations import take_over
from intranet.procedures.catalogue_reading import read_file

NAME = "danh-muc-tthc.xlsx"


def record(units: dict[str, Unit], people: dict[str, User]) -> None:
    with at("2025-12-15 08:30"):
        take_over(read_file((HERE / "exports" / NAME).read_bytes(), NAME), NAME, people["kiem-soat"])

"""The pages of TTHC nội bộ: those of every register."""

from flask import Blueprint

from intranet.procedures import tthc_operations
from intranet.procedures.models import InternalTthc
from intranet.procedures.tthc_forms import TthcForm
from intranet.procedures.tthc_listing import LISTING, SHEET
from intranet.records.pages import hang
from intranet.records.register import Register, RegisterWords

blueprint = Blueprint("internal_tthc", __name__, url_prefix="/internal-tthc")

register = Register(
    folder="internal_tthc",
    words=RegisterWords("TTHC nội bộ", "TTHC nội bộ", "tthc-noi-bo", "Tên, mã, cơ quan giải quyết"),
    model=InternalTthc,
    listing=LISTING,
    sheet=SHEET,
    form=lambda stored: TthcForm(obj=stored),
    create=tthc_operations.create,
    change=tthc_operations.change,
    has_paper=True,
)
hang(blueprint, register)

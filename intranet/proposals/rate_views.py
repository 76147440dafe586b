"""The controller's pages about the hourly rate that compliance costs are reckoned by."""

from typing import Any

from flask import Blueprint

from intranet.accounts.settings_pages import SettingKind, SettingWords, hang
from intranet.accounts.settings_trail import latest
from intranet.proposals import rates
from intranet.proposals.forms import LabourRateForm
from intranet.proposals.models import LabourRate

blueprint = Blueprint("labour_rates", __name__, url_prefix="/labour-rates")


def listed() -> dict[str, Any]:
    entries = latest(rates.CREATED, rates.CHANGED)
    return {"rates": [(rate, rates.is_used(rate)) for rate in rates.every()], "entries": entries}


LABOUR_RATES = SettingKind(
    name="rate",
    model=LabourRate,
    right="reference.edit",
    words=SettingWords(
        title="Chi phí một giờ làm việc",
        adding="Thêm mức chi phí một giờ",
        editing="Sửa mức chi phí một giờ",
        added="Đã thêm mức mới.",
        saved="Đã lưu mức chi phí một giờ.",
    ),
    index="labour_rates/index.html",
    listed=listed,
    form=lambda rate: LabourRateForm(obj=rate),
    create=rates.add,
    change=rates.change,
)
hang(blueprint, LABOUR_RATES)

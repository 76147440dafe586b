"""Dossiers as they lived, and what an export of any day says of them. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from chance import Chance

from intranet.dossiers.vocabulary import Channel, Status
from intranet.kernel.period import Period

FIELDS = ("Hộ tịch", "Chứng thực", "Hộ kinh doanh", "Đất đai", "Lĩnh vực 2 (mới)", "")
HEAD = (
    *("Mã hồ sơ", "Tên TTHC", "Lĩnh vực", "Hình thức tiếp nhận"),
    *("Ngày tiếp nhận", "Ngày hẹn trả", "Ngày tạm dừng", "Ngày kết thúc", "Trạng thái"),
)
LONGEST_BEFORE, LONGEST_LIFE = 40, 60  # days


@dataclass(frozen=True)
class Life:
    """A dossier from its receipt on; moments are those of the clock on the wall in Vietnam."""

    code: str
    field: str
    channel: Channel
    received_at: datetime
    due_at: datetime | None
    paused_at: datetime | None
    finished_at: datetime | None
    is_rejected: bool

    def status_on(self, day: date) -> Status:
        """Where it stands at the end of a day; what is paused stays so until it ends."""
        if self.finished_at and self.finished_at.date() <= day:
            return Status.REJECTED if self.is_rejected else Status.RESOLVED
        return Status.PAUSED if self.paused_at and self.paused_at.date() <= day else Status.PENDING


def lives(chance: Chance, period: Period, how_many: int, prefix: str) -> tuple[Life, ...]:
    """Received before the period, within it and after it; ended or not, with and without a due date, paused."""
    first, last = period.start - timedelta(days=LONGEST_BEFORE), period.end + timedelta(days=5)
    return tuple(life(chance, first, last, f"{prefix}-{number:04}") for number in range(1, how_many + 1))


def life(chance: Chance, first: date, last: date, code: str) -> Life:
    received_at = moment(chance, chance.day(first, last))
    later = [received_at + timedelta(days=chance.dice.randint(0, LONGEST_LIFE)) for _ in range(3)]
    due_at = chance.dice.choice((None, later[0], later[0], later[0]))
    finished_at = chance.dice.choice((None, later[2], later[2], due_at))
    paused_at = chance.dice.choice((None, None, later[1]))
    if finished_at and paused_at and paused_at > finished_at:
        paused_at = None
    return Life(
        code=code,
        field=chance.dice.choice(FIELDS),
        channel=chance.dice.choice(tuple(Channel)),
        received_at=received_at,
        due_at=due_at,
        paused_at=paused_at,
        finished_at=finished_at,
        is_rejected=chance.dice.random() < 0.15,
    )


def moment(chance: Chance, day: date) -> datetime:
    return datetime.combine(day, time(chance.dice.randint(7, 17), chance.dice.choice((0, 30))))


def export_of(all_lives: Iterable[Life], day: date) -> bytes:
    """The file a system writes at the end of a day: its dossiers received by then, as they stand."""
    rows = [row(one, day) for one in all_lives if one.received_at.date() <= day]
    return "\n".join(";".join(cells) for cells in [HEAD, *rows]).encode()


def row(one: Life, day: date) -> tuple[str, ...]:
    status = one.status_on(day)
    paused_at = one.paused_at if status is Status.PAUSED else None  # an export forgets the pause of what has ended
    finished_at = one.finished_at if status in (Status.RESOLVED, Status.REJECTED) else None
    moments = (one.received_at, one.due_at, paused_at, finished_at)
    told = (f"{it:%d/%m/%Y %H:%M}" if it else "" for it in moments)
    return (one.code, "Thủ tục thử", one.field, one.channel.label, *told, status.label)

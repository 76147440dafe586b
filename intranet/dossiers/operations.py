"""The verbs about imports: upload, answer, confirm, discard, undo. Each leaves a line in the trail."""

from datetime import date

from sqlalchemy import delete

from intranet.accounts.models import User
from intranet.accounts.operations import note_down
from intranet.accounts.settings_trail import change_noted
from intranet.dossiers import publishing, staging
from intranet.dossiers.brought_up import brought_up, questions_of
from intranet.dossiers.control_totals import COMPARABLE
from intranet.dossiers.importing import Import, read_file
from intranet.dossiers.models import DatedBy, ImportBatch, ImportFile, Source, Stage
from intranet.dossiers.questions import day_said, kept_for_the_file, remembered_of
from intranet.dossiers.remembered import Remembered
from intranet.dossiers.storing import received, source_named, store, what_is_known
from intranet.kernel.clock import now, today
from intranet.kernel.db import db
from intranet.kernel.formats import date_text, number
from intranet.kernel.workflow import Reason, Refused

UPLOADED, ANSWERED, CONFIRMED = "upload_dossiers", "answer_import", "import_dossiers"
DISCARDED, UNDONE, CHANGED_SOURCE = "discard_import", "undo_import", "change_dossier_source"
COMPARED = "compare_import"
FUTURE = "Ngày kết xuất không thể sau hôm nay. Hãy ghi lại ngày kết xuất."
REOPENED = (
    "{count} hồ sơ đã kết thúc sẽ trở lại chưa kết thúc: tệp này có thể cũ hơn tệp đã nhập. "
    "Hãy kiểm tra ngày kết xuất rồi đánh dấu nếu đúng là như vậy; trên dòng lệnh, hãy ghi --exported-on."
)
UNREAD = "Tệp còn phần có hồ sơ chưa được đọc. Hãy nhập phần đó bằng tệp khác, hoặc đánh dấu để bỏ qua."
UNCLEAR = "{questions} Hãy nhập tệp trên trang Nhập hồ sơ để trả lời một lần, hoặc sửa tệp rồi nhập lại."
REJECTED = "Có {count} dòng bị từ chối. Hãy sửa tệp rồi nhập lại, hoặc đánh dấu để bỏ qua các dòng đó."


class Undecided(Refused):
    """A person must answer something first; `found` is the file as far as it was read."""

    def __init__(self, found: Import) -> None:
        super().__init__(UNCLEAR.format(questions=" ".join(question.text for question in found.undecided)))
        self.found = found


def upload(source_name: str, data: bytes, file_name: str, exported_on: date | None, actor: User) -> ImportBatch:
    """Keep the file and begin to read it; what it says of dossiers counts only once it is confirmed."""
    batch = received(source_named(source_name), data, file_name, actor, exported_on)
    db.session.add(ImportFile(batch_id=batch.id, content=data))
    note_down(actor, UPLOADED, batch.source, file_name)
    staging.start(batch)
    return batch


def import_at_once(
    source_name: str, data: bytes, file_name: str, exported_on: date | None, actor: User | None
) -> tuple[ImportBatch, Import]:
    """Read and stage a file without a question, in the transaction at hand; it awaits its confirmation."""
    if exported_on and exported_on > today():
        raise Refused(FUTURE)
    source = source_named(source_name)
    found = read_file(data, file_name, what_is_known(source, exported_on=exported_on, asks_nobody=True))
    if found.undecided:
        raise Undecided(found)
    batch = received(source, data, file_name, actor, exported_on)
    batch.told = brought_up(found, {})
    store(batch, found)
    publishing.foresee(batch)
    return batch, found


def cover(source: Source, covers_from: date, actor: User | None) -> None:
    """Say from which day a system's exports tell all."""
    change_noted(source, {"covers_from": covers_from}, actor, CHANGED_SOURCE)
    source.covers_is_set = True


def read_again(batch: ImportBatch, actor: User) -> None:
    """Begin a reading anew that was cut off."""
    if not staging.is_standing_still(batch):
        raise Refused("Tệp này đang được đọc hoặc đã đọc xong. Hãy tải lại trang.")
    batch.touched_at = now()
    note_down(actor, UPLOADED, batch.source, f"{batch.file_name}: đọc lại")
    staging.start(batch)


def answer(batch: ImportBatch, answers: dict[str, str], actor: User) -> None:
    """Remember the answers for the source, and read the file again by them."""
    if batch.stage is not Stage.ASKING:
        raise Refused("Các câu hỏi này đã được trả lời. Hãy tải lại trang.")
    questions = questions_of(batch.told)
    known = Remembered.from_json(batch.source.known).with_answers(remembered_of(questions, answers))
    batch.source.known = known.to_json()
    batch.answers = {**batch.answers, **kept_for_the_file(questions, answers)}
    if day := day_said(questions, answers):
        batch.exported_on, batch.dated_by = day, DatedBy.PERSON
    batch.stage, batch.touched_at = Stage.STAGING, now()
    note_down(actor, ANSWERED, batch.source, batch.file_name)
    staging.start(batch)


def compare(batch: ImportBatch, typed: dict[str, int], actor: User | None) -> None:
    """Keep what the source system itself says in totals."""
    if batch.stage not in (Stage.STAGED, Stage.PUBLISHED):
        raise Refused("Tệp này không còn để đối chiếu. Hãy tải lại trang.")
    batch.compared = typed
    told = ", ".join(f"{COMPARABLE[name].lower()} {number(count)}" for name, count in typed.items())
    note_down(actor, COMPARED, batch.source, f"{batch.file_name}: {told or 'không ghi'}")


def confirm(
    batch: ImportBatch,
    skips_rejected: bool,
    actor: User | None,
    *,
    skips_unread: bool = False,
    reopens: bool = False,
    compared: dict[str, int] | None = None,
) -> None:
    """Let the batch count; rows and lists are left out, and dossiers reopened, only where somebody said so."""
    if batch.stage is Stage.STAGED and publishing.is_outdated(batch):
        publishing.foresee(batch)
    reasons = []
    if batch.rejected and not skips_rejected:
        reasons.append(Reason(REJECTED.format(count=number(batch.rejected)), "skips_rejected"))
    if batch.told.get("unread") and not skips_unread:
        reasons.append(Reason(UNREAD, "skips_unread"))
    if batch.stage is Stage.STAGED and batch.reopened and not reopens:
        reasons.append(Reason(REOPENED.format(count=number(batch.reopened)), "reopens"))
    if reasons:
        raise Refused(*reasons)
    if compared and compared != batch.compared:
        compare(batch, compared, actor)
    publishing.publish(batch)
    forget_file(batch)
    counts = f"{number(batch.created)} mới, {number(batch.updated)} thay đổi, {number(batch.unchanged)} giữ nguyên"
    day = date_text(batch.exported_on)
    note_down(actor, CONFIRMED, batch.source, f"{batch.file_name}, kết xuất ngày {day}: {counts}")


def discard(batch: ImportBatch, actor: User) -> None:
    """Put a file aside that was not confirmed."""
    if batch.stage not in (Stage.ASKING, Stage.STAGED) and not staging.is_standing_still(batch):
        raise Refused("Chỉ bỏ được tệp chưa nhập và không còn đang đọc. Hãy tải lại trang.")
    batch.stage = Stage.DISCARDED
    staging.empty(batch)
    forget_file(batch)
    note_down(actor, DISCARDED, batch.source, batch.file_name)


def undo(batch: ImportBatch, actor: User) -> None:
    """Take a confirmed batch back as a whole."""
    publishing.undo(batch)
    staging.empty(batch)
    note_down(actor, UNDONE, batch.source, batch.file_name)


def forget_file(batch: ImportBatch) -> None:
    lists = [it | {"examples": []} for it in batch.told["lists"]]
    batch.told = batch.told | {"lists": lists, "first_rows": []}
    db.session.execute(delete(ImportFile).where(ImportFile.batch_id == batch.id))

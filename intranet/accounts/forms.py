"""What a person may type about accounts, units and the office."""

from wtforms import BooleanField, PasswordField
from wtforms.validators import EqualTo, Regexp

from intranet.accounts.models import OfficeKind, Role
from intranet.kernel.forms import BaseForm, EntityField, EnumField, line, required, text
from intranet.kernel.versioned import VersionedForm

USERNAME = Regexp(
    r"(?i)^[a-z0-9][a-z0-9._-]{1,49}$", message="Hãy dùng từ 2 đến 50 chữ không dấu, số, dấu chấm hoặc gạch nối."
)
CODE = Regexp(r"^[A-Za-z0-9._-]{1,30}$", message="Hãy dùng chữ không dấu, số hoặc gạch nối, tối đa 30 ký tự.")


class SignInForm(BaseForm):
    username = line("Tên đăng nhập", "Hãy nhập tên đăng nhập.")
    password = PasswordField("Mật khẩu", required("Hãy nhập mật khẩu."))


class NewPassword(BaseForm):
    password = PasswordField("Mật khẩu mới", required("Hãy nhập mật khẩu mới."))
    again = PasswordField(
        "Nhập lại mật khẩu mới", [EqualTo("password", "Hai lần nhập mật khẩu chưa giống nhau. Hãy nhập lại.")]
    )


class PasswordForm(NewPassword):
    current = PasswordField("Mật khẩu hiện tại", required("Hãy nhập mật khẩu hiện tại."))


class UserForm(VersionedForm):
    full_name = line("Họ và tên", "Hãy nhập họ và tên.")
    role = EnumField("Vai trò", Role, "Hãy chọn vai trò.")
    unit = EntityField("Đơn vị", "Hãy chọn đơn vị.")
    is_active = BooleanField("Đang hoạt động", default=True)


class NewUserForm(NewPassword, UserForm):
    username = line("Tên đăng nhập", "Hãy nhập tên đăng nhập.", USERNAME)


class FirstRunForm(NewPassword):
    username = line("Tên đăng nhập", "Hãy nhập tên đăng nhập.", USERNAME)
    full_name = line("Họ và tên", "Hãy nhập họ và tên.")
    unit_code = line("Mã đơn vị", "Hãy nhập mã đơn vị, ví dụ MC.", CODE)
    unit_name = line("Tên đơn vị", "Hãy nhập tên đơn vị.", default="Bộ phận Một cửa")


class NewUnitForm(VersionedForm):
    code = line("Mã đơn vị", "Hãy nhập mã đơn vị, ví dụ VHXH.", CODE)
    name = line("Tên đơn vị", "Hãy nhập tên đơn vị.")


class UnitForm(NewUnitForm):
    is_active = BooleanField("Đang hoạt động", default=True)


class OfficeForm(VersionedForm):
    """The office as its documents name it."""

    name = text("Tên cơ quan", "Hãy nhập tên cơ quan.", description="Viết như trên văn bản, mỗi dòng một phần.")
    short_name = line("Tên gọi tắt", description="Tên trong câu văn, ví dụ: UBND xã Nà Hang.")
    kind = EnumField("Loại đơn vị hành chính", OfficeKind, description="Câu văn của báo cáo gọi cơ quan theo loại này.")
    province = line("Tỉnh, thành phố", description="Ví dụ: tỉnh Tuyên Quang. Biểu gửi cấp trên ghi sau tên cơ quan.")
    superior = line("Cơ quan chủ quản", description="Để trống nếu văn bản không ghi cơ quan chủ quản.")
    centre = line(
        "Đơn vị chủ trì",
        description="Tên đầy đủ của nơi lập báo cáo, ra thông báo kết luận kiểm tra; để trống: Bộ phận Một cửa.",
    )
    place = line("Địa danh", "Hãy nhập địa danh ghi trên văn bản.")
    address = line("Địa chỉ Bộ phận Một cửa", description="Nơi tiếp nhận hồ sơ và trả kết quả.")
    addressee = line("Nơi nhận báo cáo", "Hãy nhập cơ quan nhận báo cáo.", description="Ghi sau “Kính gửi”.")
    recipients = text("Nơi nhận khác", description="Mỗi dòng một nơi, không kể dòng “Như trên” và dòng “Lưu”.")
    archive = line("Lưu", description="Ví dụ: VT.")
    signing_authority = line("Thẩm quyền ký", description="Ví dụ: TM. ỦY BAN NHÂN DÂN.")
    signatory_post = line("Chức vụ người ký", description="Ví dụ: CHỦ TỊCH.")
    signatory_name = line("Họ tên người ký", description="Để trống nếu điền khi ký.")

"""Passwords: how they are kept, and which are good enough."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 8, 200
HASHER = PasswordHasher()

# Hashed once, so that an unknown name takes as long to refuse as a wrong password.
NOBODY = HASHER.hash("nobody has this password")


def hash_password(password: str) -> str:
    return HASHER.hash(password)


def matches(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def weakness(password: str, username: str = "") -> str | None:
    """Why this password is refused, as an instruction; None where it is good enough."""
    if not SHORTEST <= len(password) <= LONGEST:
        return f"Hãy đặt mật khẩu dài từ {SHORTEST} đến {LONGEST} ký tự."
    if len(set(password)) < 4 or (username and username in password.lower()):
        return "Hãy chọn mật khẩu khó đoán hơn: đừng lặp lại một ký tự, đừng dùng tên đăng nhập."
    return None

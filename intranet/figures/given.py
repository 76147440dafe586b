"""What a register says of a figure that people would else type. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from intranet.kernel.period import Period


@dataclass(frozen=True)
class Given:
    """The value and from how many records it comes; whether the register is in use, so that its word counts.

    `endpoint` is the page of these records, by period and name.
    """

    value: int
    sources: int
    is_in_use: bool
    endpoint: str


Registers = Callable[[Period], Mapping[str, Given]]

"""Received dossiers came on line, at the desk and by post. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from intranet.checks.arithmetic.sums import Division, divided
from intranet.checks.paper import Paper
from intranet.checks.problem import Problem

CHANNELS = Division(
    "sum-dossiers-received",
    "dossiers.received",
    "số hồ sơ tiếp nhận",
    {
        "dossiers.received_online": "trực tuyến",
        "dossiers.received_direct": "trực tiếp",
        "dossiers.received_postal": "bưu chính công ích",
    },
    {"dossiers.received_on_paper": ("dossiers.received_direct", "dossiers.received_postal")},
)
# Told as the form tells it: what was carried over is a part of what was received.
WHOLE = replace(
    CHANNELS,
    total="dossiers.total",
    words="tổng số hồ sơ",
    parts={"dossiers.opening": "kỳ trước chuyển qua", "dossiers.received": "tiếp nhận trong kỳ", **CHANNELS.parts},
    together={"dossiers.received": CHANNELS.names(), **CHANNELS.together},
)


def sum_dossiers_received(paper: Paper) -> Iterator[Problem]:
    """A number of received dossiers that its channels, with what was carried over where it is told so, do not give."""
    yield from divided(paper, CHANNELS)
    yield from divided(paper, WHOLE)

"""Which figure is more than what was received: with it what came over from the period before. Pure."""

from dataclasses import replace

from intranet.reading.mentions import Mention

# A total by what divides it, "" where no figure is called so: "tiếp nhận 1.637, gồm kỳ trước chuyển qua 69, mới
# 1.568" is more than was received.
TOTALS = {
    "dossiers.received": ("dossiers.total", {"dossiers.opening", "dossiers.received"}),
    "feedback.received": ("feedback.total", {"feedback.opening", "feedback.received"}),
    "satisfaction.satisfied": ("", {"satisfaction.very_satisfied", "satisfaction.satisfied"}),
}


def with_totals(mentions: list[Mention]) -> None:
    """Name the totals among them as such, in place: those that are so divided, and those that are such a sum."""
    for name, (total, parts) in TOTALS.items():
        divided = {one.parent for one in mentions if one.parent is not None and one.name in parts}
        new = [one.value for one in mentions if one.name == name and one.parent is not None]
        carried = [one.value for one in mentions if one.name in parts and one.name != name]
        sums = {one + other for one in new for other in carried}
        for place, mention in enumerate(mentions):
            if mention.name == name and not mention.figure and (place in divided or mention.value in sums):
                mentions[place] = replace(mention, name=total)

"""Where somebody may be told news: the ticked channels, filled from what is known already."""

from collections.abc import Iterable, Mapping

from easycare_desktop.services.people import PeopleService
from easycare_desktop.ui.parts.consents.purpose_block import PurposeBlock

_SOURCES: Mapping[str, tuple[str, ...]] = {
    "sms": ("mobile",),
    "call": ("mobile", "phone"),
    "post": ("address",),
    "email": ("email",),
}
_REASON = "동의서에 고른 연락 방법"


def keep_channels(people: PeopleService, person_id: int, blocks: Iterable[PurposeBlock]) -> None:
    """Store numbers and addresses for the channels that were ticked; unknown ones are left out."""
    for block in blocks:
        channels = block.channels()
        if not channels or not block.purpose.groups:
            continue
        group = block.purpose.groups[0]
        card = people.open(person_id)
        identity = card.contents.get("identity")
        values = {
            channel: text
            for channel in channels
            if (text := _first(identity.values if identity else {}, _SOURCES.get(channel, ())))
        }
        known = card.contents.get(group)
        if values and (known is None or dict(known.values) != values):
            version = known.holding.version if known else 0
            people.save_group(person_id, group, values, expected_version=version, reason=_REASON)


def _first(values: Mapping[str, str], names: Iterable[str]) -> str:
    return next((values[name] for name in names if values.get(name)), "")

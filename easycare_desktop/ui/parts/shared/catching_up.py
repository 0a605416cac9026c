"""Fields that somebody types into while somebody else has stored other values."""

from collections.abc import Mapping

from easycare_desktop.ui.parts.people.words import shown
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit


def catch_up(
    edits: Mapping[str, FieldEdit], before: Mapping[str, str], stored: Mapping[str, str]
) -> list[str]:
    """Take in what was stored since; return in words what was typed over as well.

    `before`: what was stored when the typing began.
    """
    told = []
    for code, edit in edits.items():
        old, now, typed = before.get(code, ""), stored.get(code, ""), edit.text()
        if now in {old, typed}:
            continue
        if typed == old:
            edit.put(now)
            edit.field.set_ok("그 사이에 바뀐 값입니다.")
        else:
            words = shown(edit.item, now) or "비어 있음"
            edit.field.set_warning(f"지금 저장된 값: {words}")
            told.append(f"{edit.item.label} {words}")
    return told

"""What of an item group a plan touches, in words: all of it, or single items by name."""

from collections.abc import Iterable

from easycare_desktop.domain.catalogue import ItemGroup

REST_MOVED = "나머지는 새 열쇠로 옮겨 계속 씁니다."


def item_words(group: ItemGroup, fields: Iterable[str]) -> str:
    """Return what of a group goes: 건강·신체, or 건강·신체 가운데 복용 약."""
    items = ", ".join(group.field(code).label for code in fields)
    return f"{group.label} 가운데 {items}" if items else group.label


def rest_moved(files: int) -> str:
    """Say what becomes of the rest; files that stay with it may show what went."""
    if not files:
        return REST_MOVED
    return f"{REST_MOVED} 스캔 {files:,}개도 남았고, 지운 항목이 보일 수 있습니다."

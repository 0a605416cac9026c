"""What is told beside a row of a list that comes in."""

from collections.abc import Callable, Iterator

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.importing import FieldRef, Gone, ImportRow, RowState
from easycare_desktop.domain.names import is_usual_name
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.ui.wording.usual import unusual_words


class RowNotes:
    """`field`: says a field by its label."""

    def __init__(self, catalogue: Catalogue, field: Callable[[FieldRef], str]) -> None:
        self._catalogue, self._field = catalogue, field

    def of(self, row: ImportRow, whose: PersonKind) -> str:
        """Return the notes on a row; `whose`: whose list it is."""
        return " ".join((*self._person(row, whose), *self._groups(row), *self._guardian(row)))

    def _person(self, row: ImportRow, whose: PersonKind) -> Iterator[str]:
        if row.gone is not None:
            yield self._gone(row.gone, whose)
        if row.follows and row.line != row.follows and row.state is not RowState.SAME:
            who = "직원" if whose is PersonKind.STAFF else "수급자"
            yield f"{who} 내용은 {row.follows:,}번째 줄대로 가져옵니다."
        names = [change.values.get("name", "") for change in row.changes]
        if any(name and not is_usual_name(name) for name in names):
            yield "이름이 한 글자입니다. 맞는지 보아 주세요."

    def _groups(self, row: ImportRow) -> Iterator[str]:
        lacking: dict[str, list[str]] = {}
        for each in row.left_out:
            if each.place is not None:
                group = self._catalogue.group(each.place.group, each.place.kind)
                lacking.setdefault(group.label, []).append(self._field(each.place))
        for label, fields in lacking.items():
            yield f"{label}: 필수 칸이 비어 빼고 가져옵니다({', '.join(fields)})."
        for found in row.unusual:
            place = FieldRef(PersonKind.RECIPIENT, found.group, found.field)
            group = self._catalogue.group(found.group, place.kind)
            yield f"{self._field(place)}: {unusual_words(found, group)}"

    def _guardian(self, row: ImportRow) -> Iterator[str]:
        if row.unnamed:
            fields = ", ".join(map(self._field, row.unnamed))
            yield f"{fields}: 보호자 성명이 없어 가져오지 못합니다."
        if row.ties:
            yield "보호자는 이미 등록된 분입니다. 연결합니다."
        for ref, line in row.differs:
            yield f"{self._field(ref)}: {line:,}번째 줄과 달라 그 줄대로 둡니다."
        if row.assumed:
            fields = ", ".join(map(self._field, row.assumed))
            yield f"{fields}: 목록에 없어 「그 밖의 관계」로 적습니다."

    def _gone(self, gone: Gone, whose: PersonKind) -> str:
        staff = whose is PersonKind.STAFF
        stays, ends = ("재직 중", "퇴사로") if staff else ("이용 중", "급여 종료로")
        told = f"상태가 「{gone.said}」입니다."
        if gone.field is not None:
            told = f"{self._field(gone.field)}이 {gone.said}로 지났습니다."
        return f"{told} 가져오면 「{stays}」이 되니, 가져온 뒤 {ends} 끝내 주세요."

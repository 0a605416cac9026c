"""How rows of a list and their fields are said."""

from collections.abc import Collection, Sequence

from easycare_desktop.domain.catalogue import Catalogue, FieldKind
from easycare_desktop.domain.importing import (
    FieldRef,
    GroupChange,
    ImportRow,
    Likeness,
    RowProblem,
    RowState,
)
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.models import Mark
from easycare_desktop.ui.parts.lists.notes import RowNotes
from easycare_desktop.ui.wording.refusals import field_words

STATE_MARKS: dict[RowState, Mark] = {
    RowState.NEW: Mark("새로 등록", "ok"),
    RowState.CHANGED: Mark("바뀜", "info"),
    RowState.SAME: Mark("그대로"),
    RowState.BAD: Mark("고칠 줄", "late"),
}
TAKEN_OUT = Mark("뺌", "warn")
LACKING = Mark("빈 칸", "warn")
TWICE = Mark("겹친 줄", "warn")
TOTALS = Mark("합계 줄")
EMPTY = Mark("빈 줄")
UNDECIDED = Mark("정해 주세요", "warn")
_LIKENESS: dict[Likeness, str] = {
    Likeness.NUMBERS: "번호나 생년월일이 다릅니다",
    Likeness.SPELLING: "이름이 조금만 다릅니다",
    Likeness.PHONE: "이름만 다릅니다",
    Likeness.BIRTH: "생년월일만 다릅니다",
    Likeness.SWAPPED: "이름과 보호자가 바뀌어 있습니다",
}
_SECOND = "둘째 보호자 "
_HIDDEN = "엑셀에서 숨겨 둔 줄입니다."
_NOT_TAKEN = "이 줄은 가져오지 않습니다."
_NOTHING = "이 줄에서 가져올 수 있는 것이 없습니다."
_MOST = 3
_SHOWN = 24


class ListWords:
    """Speaks of fields by the labels of the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._told = RowNotes(catalogue, self.field)
        self.whose = PersonKind.RECIPIENT
        """Whose list is spoken of."""

    def field(self, ref: FieldRef) -> str:
        """Return the label of a field; of a guardian's with whose it is."""
        label = self.catalogue.field(ref.group, ref.parts[0].field, ref.kind).label
        whose = _SECOND if ref.is_second else self._of(ref.kind)
        return f"{whose}{label}"

    def choice(self, ref: FieldRef) -> str:
        """Return the words of a field among all fields: its group, then its label."""
        group = self.catalogue.group(ref.group, ref.kind)
        whose = _SECOND if ref.is_second else self._of(ref.kind)
        labels = [group.field(part.field).label for part in ref.parts]
        sign = " ~ " if group.field(ref.parts[0].field).kind is FieldKind.DATE else " + "
        return f"{whose}{group.label} · {sign.join(labels)}"

    def _of(self, kind: PersonKind) -> str:
        """Return whose a field is, where it is not that of whom the list is about."""
        if self.whose is PersonKind.GUARDIAN:
            return "수급자 " if kind is PersonKind.RECIPIENT else ""
        return "보호자 " if kind is PersonKind.GUARDIAN else ""

    def value(self, ref: FieldRef, stored: str) -> str:
        """Return a stored value as it is shown."""
        field = self.catalogue.field(ref.group, ref.field, ref.kind)
        if field.kind is FieldKind.CHOICE and stored:
            return field.choice_label(stored)
        return stored or "빈칸"

    def about(self, row: ImportRow, line: PersonLine | None) -> tuple[str, str]:
        """Return in two lines what a row would do, or what is wrong with it.

        `line`: of whom it is about, if in use.
        """
        first, second = self._about(row, line)
        return first, f"{_HIDDEN} {second}".strip() if row.hidden else second

    def _about(self, row: ImportRow, line: PersonLine | None) -> tuple[str, str]:
        if row.problems:
            said = tuple(dict.fromkeys(map(self._problem, row.problems)))
            count = f" 고칠 곳이 {len(said):,}곳입니다." if len(said) > 1 else ""
            return " ".join(said), f"{_NOT_TAKEN}{count}"
        if self.whose is PersonKind.GUARDIAN and line is not None:
            return self._for_recipient(row, line), self._notes(row)
        return self._doing(row), self._notes(row)

    def _for_recipient(self, row: ImportRow, line: PersonLine) -> str:
        who = f"{line.name} 님({line.person.number})의 보호자"
        if row.state is RowState.NEW:
            return f"{who}로 등록합니다."
        if row.state is RowState.CHANGED and not row.changes:
            return f"{who}로 연결합니다."
        return f"{who}. {self._doing(row)}"

    def likeness(self, row: ImportRow, line: PersonLine | None) -> tuple[str, str]:
        """Return whom a row may be about and in what they differ, and what there is to do."""
        similar = row.similar
        if similar is None:
            return "", ""
        if not similar.person_id:
            first = f"{similar.row:,}번째 줄과 비슷합니다: {_LIKENESS[similar.why]}."
            second = "다른 분이면 「다른 분입니다」를, 같은 분이면 빼 주세요."
            return first, f"{_HIDDEN} {second}" if row.hidden else second
        who = f"{line.name} 님({line.person.number})" if line is not None else "등록된 분"
        first = f"{who}과 비슷합니다: {_LIKENESS[similar.why]}."
        second = "같은 분이면 고치고, 다른 분이면 새로 등록합니다."
        return first, f"{_HIDDEN} {second}" if row.hidden else second

    def left_out(self, fields: Collection[FieldRef]) -> str:
        """Return which corrections are not taken, in the order of their labels."""
        return f"뺀 칸: {', '.join(sorted(map(self.field, fields)))}."

    def difference(self, ref: FieldRef, row: ImportRow) -> str:
        """Return what a row would change in a field."""
        for change in row.changes_of(ref.kind):
            if change.group == ref.group and ref.field in change.before:
                return self._difference(ref, change.before[ref.field], change.values[ref.field])
        return self.field(ref)

    def reasons(self, row: ImportRow) -> str:
        """Return everything that is wrong with a row or lacks in it, for the file of bad rows."""
        return " / ".join(dict.fromkeys(map(self._problem, (*row.problems, *row.left_out))))

    def _doing(self, row: ImportRow) -> str:
        if row.follows:
            return self._following(row)
        if row.state is RowState.SAME:
            return _NOTHING if row.left_out else "저장된 것과 같습니다."
        if row.state is RowState.NEW:
            groups = [
                self.catalogue.group(change.group, change.kind).label
                for change in row.changes
                if change.kind is not PersonKind.GUARDIAN
            ]
            theirs = row.changes_of(PersonKind.GUARDIAN)
            also = self._differences(theirs) if row.guardian_id else ["보호자 한 분도"]
            return " · ".join([", ".join(groups), *(also if theirs else ())])
        said = self._differences(row.changes)
        said += ["보호자를 연결합니다"] if row.ties and not said else []
        more = f" 외 {len(said) - _MOST}곳" if len(said) > _MOST else ""
        return ", ".join(said[:_MOST]) + more

    def _following(self, row: ImportRow) -> str:
        if row.state is RowState.SAME:
            return f"{row.follows:,}번째 줄과 같은 분입니다."
        names = [each.values.get("name") for each in row.changes_of(PersonKind.GUARDIAN)]
        who = next((f"보호자 {name} 님을" for name in names if name), "보호자를")
        more = [
            self.catalogue.group(each.group, each.kind).label
            for each in row.changes
            if each.kind is not PersonKind.GUARDIAN
        ]
        if more:
            also = f", {who}" if row.changes_of(PersonKind.GUARDIAN) or row.ties else ""
            verb = "바꿉니다" if row.changes[0].holding_id else "더합니다"
            return f"{row.follows:,}번째 줄의 분에게 {', '.join(more)}을{also} {verb}."
        if row.line == row.follows:
            return f"같은 줄의 분에게 둘째 {who} 더합니다."
        return f"{row.follows:,}번째 줄의 분에게 {who} 더합니다."

    def _differences(self, changes: Sequence[GroupChange]) -> list[str]:
        return [
            self._difference(FieldRef(change.kind, change.group, name), old, change.values[name])
            for change in changes
            for name, old in change.before.items()
        ]

    def _difference(self, ref: FieldRef, old: str, new: str) -> str:
        return f"{self.field(ref)}: {self.value(ref, old)} → {self.value(ref, new)}"

    def _notes(self, row: ImportRow) -> str:
        return self._told.of(row, self.whose)

    def _problem(self, problem: RowProblem) -> str:
        sentence = field_words(problem.refusal)
        return f"{self.field(problem.place)}: {sentence}" if problem.place else sentence


def row_words(number: int, cells: Sequence[str]) -> str:
    """Return a row as it is offered to be the headings."""
    said = ", ".join(" ".join(cell.split()) for cell in cells if cell.strip())
    more = "…" if len(said) > _SHOWN else ""
    return f"{number}번째 줄: {said[:_SHOWN].rstrip(', ')}{more}"

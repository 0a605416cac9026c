"""The foot of a person's card: what can be done next with this person."""

from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.ui.widgets import Kit, row

_ENDING_WORDS = {
    PersonKind.RECIPIENT: "급여 종료",
    PersonKind.GUARDIAN: "연락 종료",
    PersonKind.STAFF: "퇴사",
    PersonKind.JOBSEEKER: "채용하지 않음",
    PersonKind.ENQUIRER: "상담 종료",
    PersonKind.SUBSCRIBER: "이용 종료",
}


class SheetFoot(QFrame):
    """Buttons `answer`, `consent`, `ending` and `cancel`."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "foot")
        self.answer = kit.button("한 장 답변", "quiet", "file-text", writes=True)
        self.consent = kit.button("동의 받기", "secondary", "signature")
        self.ending = kit.button("급여 종료", writes=True)
        self.cancel = kit.button("이용취소 접수", writes=True)
        for name in ("answer", "consent", "ending", "cancel"):
            getattr(self, name).setObjectName(f"people.{name}")
        box = row(self.answer, None, self.consent, self.ending, self.cancel, gap=8)
        box.setContentsMargins(12, 8, 16, 8)
        self.setLayout(box)

    def show_person(self, person: Person, *, active: bool, ends: bool) -> None:
        """Offer what this person's kind and state allow."""
        self.ending.say(_ENDING_WORDS.get(person.kind, "종료"))
        self.consent.setVisible(active)
        self.ending.setVisible(active and ends)
        self.cancel.setVisible(active)

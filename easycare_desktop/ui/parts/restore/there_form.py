"""다른 PC에서 옮겨 오기: every key place at hand, the recovery sheet, the newest certificate."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.wording.refusals import field_words

_GROUPS = 5
_CHOOSE = "열쇠 보관처(USB나 폴더) 고르기"
_NONE = "열쇠 보관처를 하나 이상 골라 주세요."
_SHORT = "비상 열쇠 종이의 다섯 묶음을 모두 적어 주세요."
_CERTIFICATE = "가장 최근 파기확인서의 파기번호"
_HINT = "예: D2026-0003. 없거나 모르면 비워 둡니다. QR을 읽은 글자도 됩니다."


class ThereForm(QWidget):
    """Places that were chosen stay in the list; the newest keys among them are taken."""

    def __init__(self, kit: Kit, messages: Messages) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._messages = messages
        self.places: list[Path] = []
        self.choose = kit.button("열쇠 보관처 고르기", "secondary", "usb")
        self.choose.setObjectName("restore.key_place")
        self.choose.clicked.connect(self._choose)
        self.listed = kit.text("아직 고르지 않았습니다. 있는 것을 모두 꽂아 주세요.", wrap=True)
        self.groups = [
            kit.text_field(f"{number}묶음", typing="latin") for number in range(1, _GROUPS + 1)
        ]
        for number, group in enumerate(self.groups, start=1):
            group.control.setObjectName(f"restore.group_{number}")
        self.certificate = kit.text_field(_CERTIFICATE, hint=_HINT, typing="latin")
        self.certificate.control.setObjectName("restore.certificate")
        self.note = kit.text("", "caption", "danger", wrap=True)
        self.note.hide()
        form = kit.form(3)
        form.add(*self.groups, self.certificate)
        title = kit.text("비상 열쇠 종이", "strong")
        top = row(self.choose, gap=12)
        top.addWidget(self.listed, 1)
        self.setLayout(column(top, title, form, self.note, gap=12))

    @property
    def sheet(self) -> str:
        """The groups, with hyphens between."""
        return "-".join(group.control.text().strip() for group in self.groups)

    @property
    def certificate_number(self) -> str:
        """What was typed of the newest certificate."""
        return self.certificate.control.text().strip()

    def given(self) -> tuple[tuple[Path, ...], str, str]:
        """Return places, sheet and certificate as they were given."""
        return tuple(self.places), self.sheet, self.certificate_number

    def check(self) -> bool:
        """Tell whether everything needed is there; say what is not."""
        whole = all(group.control.text().strip() for group in self.groups)
        self._say("" if self.places and whole else _SHORT if self.places else _NONE)
        return bool(self.places) and whole

    def complain(self, error: Exception) -> bool:
        """Say a refusal where it belongs; tell whether it had a place here."""
        field = getattr(error, "field", "")
        group = getattr(error, "group", 0)
        if field == "certificate":
            self.certificate.set_error(field_words(error))
        elif group:
            self.groups[group - 1].set_error(field_words(error))
        elif field or type(error).__name__ == "WrongSheetError":
            self._say(field_words(error))
        else:
            return False
        return True

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    @Slot()
    def _choose(self) -> None:
        folder = self._messages.choose_folder(_CHOOSE)
        if folder is not None and folder not in self.places:
            self.places.append(folder)
            self.listed.setText("\n".join(map(str, self.places)))
            self._say("")

"""What a person may want to tell somebody who helps: what is in the program, and how it is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from easycare_desktop.app.ground import Ground
from easycare_desktop.system.components import components
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.windows.components_dialog import ComponentsDialog
from easycare_desktop.ui.windows.shell import Shell

_TITLE = "진단 파일을 둘 곳"
_NAME = "이지케어-진단-{day}.txt"
_KINDS = "텍스트 파일 (*.txt)"
_MADE = "진단 파일을 만들었습니다."
_NOT_MADE = "진단 파일을 만들지 못했습니다"


class HelpDesk(QObject):
    """Shows the works of others, and writes the diagnosis into a file of the person's choice."""

    def __init__(self, ground: Ground, office: Path, background: Background, shell: Shell) -> None:
        super().__init__(shell)
        self._ground, self._office = ground, office
        self._background, self._shell = background, shell

    @Slot()
    def show_components(self) -> None:
        """Show what the program contains."""
        ComponentsDialog(self._ground.kit, components(), self._shell).open()

    @Slot()
    def write_diagnosis(self) -> None:
        """Ask where to, gather beside the screen, and say that it is there."""
        from easycare_desktop.app.diagnosis import Diagnosis

        day = self._ground.clock.today().isoformat()
        target = self._ground.messages.save_as(_TITLE, _NAME.format(day=day), _KINDS)
        if target is not None:
            work = Diagnosis(self._ground.paths, self._office).prepare()
            self._background.run(partial(work, target), self._made, self._failed)

    def _made(self, _done: None) -> None:
        self._ground.messages.toast(_MADE)

    def _failed(self, error: Exception) -> None:
        tell_error(self._ground.messages, _NOT_MADE, error)

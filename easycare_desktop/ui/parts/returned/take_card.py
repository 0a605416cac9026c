"""Files come in here: dropped, chosen, or found in the folder of the scanner."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.requests import Channel
from easycare_desktop.services.returned_folder import WatchedFolder
from easycare_desktop.services.returned_intake import Receipt
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.file_drop import FileDrop
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, column, holder, row
from easycare_desktop.ui.wording.labels import label

KINDS = "스캔·사진 (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)"
_DROP = "스캔한 파일을 여기에 놓으세요. 여러 장, 거꾸로 놓은 것, 팩스도 읽습니다."
_NO_FOLDER = "스캐너가 저장하는 폴더를 정해 두면 새 파일을 알려 드립니다."


class TakeCard(QFrame):
    """`files(tuple of paths)`; `folder_wanted()`, `folder_read()`, `removes_changed(bool)`."""

    files = Signal(object)
    folder_wanted = Signal()
    folder_read = Signal()
    removes_changed = Signal(bool)
    stopped = Signal()

    def __init__(self, kit: Kit, messages: Messages, parse: Callable[[str], date]) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._messages = messages
        hint = "이날부터 기한을 셉니다."
        self.received = kit.date_field("새 파일을 받은 날", parse, hint, required=True)
        self.channel = kit.field(
            "새 파일을 받은 방법",
            kit.combo([(each, label(each)) for each in Channel], Channel.VISIT),
        )
        self.choose = kit.button("파일 고르기", "secondary", "file-plus", key="F2")
        self.progress = kit.progress("서류를 읽고 있습니다")
        self.stop = kit.button("그만두기", "secondary", "x", key="Esc")
        self._folder_words = kit.text(_NO_FOLDER, wrap=True)
        self.folder = kit.button("스캔 폴더 정하기", "secondary", "folder-open", fit="row")
        self.read = kit.button("새 파일 읽기", "secondary", "scan-line", fit="row", writes=True)
        self.removes = kit.check("보관한 뒤 폴더의 원본 파일을 지웁니다.")
        self._build(kit)
        self._name_controls()
        FileDrop(self).all_dropped.connect(self.files)

    def _name_controls(self) -> None:
        for name in ("choose", "stop", "folder", "read", "removes"):
            getattr(self, name).setObjectName(f"returned.{name}")
        self.received.control.setObjectName("returned.received")
        self.channel.control.setObjectName("returned.channel")

    def _build(self, kit: Kit) -> None:
        drop = holder(row(kit.picture("scan-line", px=24), kit.text(_DROP, wrap=True), gap=10))
        fields = kit.form(3)
        fields.add(self.received, self.channel, holder(column(drop, row(None, self.choose), gap=6)))
        still = holder(column(fields, gap=0))
        busy_row = row(self.progress, self.stop, gap=16)
        busy_row.setStretch(0, 1)
        busy = holder(column(None, busy_row, None))
        self._pile = Pile([still, busy])
        folder = row(self._folder_words, self.folder, self.read, gap=10)
        folder.setStretch(0, 1)
        self.setLayout(column(self._pile, folder, self.removes, margins=(20, 12, 20, 8), gap=6))
        self.choose.clicked.connect(self._choose)
        self.stop.clicked.connect(self.stopped)
        self.folder.clicked.connect(self.folder_wanted)
        self.read.clicked.connect(self.folder_read)
        self.removes.toggled.connect(self.removes_changed)

    def begin(self, today: date) -> None:
        """Begin with today."""
        if self.received.day() is None:
            self.received.control.setText(today.isoformat())

    def receipt(self) -> Receipt | None:
        """Return when and how the papers came; nothing, with words, where the day is unclear."""
        day = self.received.day()
        if day is None:
            self.received.set_error("받은 날을 적어 주세요. 예: 오늘, 11/23")
            return None
        return Receipt(day, self.channel.control.value() or Channel.VISIT)

    def show_busy(self, *, busy: bool) -> None:
        """Show the progress in place of the fields, or the fields again."""
        self._pile.show_only(self._pile.widgets[1 if busy else 0])

    def show_folder(self, folder: WatchedFolder, new: int) -> None:
        """Show the folder of the scanner and how many new files lie in it."""
        known = bool(folder.path)
        state = f"새 파일 {new}개가 있습니다." if new else "새 파일이 없습니다."
        self._folder_words.setText(f"스캔 폴더 {folder.path} · {state}" if known else _NO_FOLDER)
        self.folder.say("바꾸기" if known else "스캔 폴더 정하기")
        self.read.setVisible(known)
        self.read.setEnabled(new > 0)
        self.removes.setVisible(known)
        self.removes.blockSignals(True)
        self.removes.setChecked(folder.removes)
        self.removes.blockSignals(False)

    @Slot()
    def _choose(self) -> None:
        chosen = self._messages.choose_files("돌아온 서류 고르기", KINDS)
        if chosen:
            self.files.emit(chosen)

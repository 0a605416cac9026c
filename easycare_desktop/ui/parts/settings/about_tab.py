"""프로그램 정보: version, what protects the office, and where it lies."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from easycare_desktop import __version__
from easycare_desktop.services.office import OfficeInfo
from easycare_desktop.ui.parts.settings.certificate_card import CertificateCard
from easycare_desktop.ui.parts.settings.places import breakable
from easycare_desktop.ui.widgets import Kit, card, column, row
from easycare_desktop.ui.wording.labels import label

_STORES = {
    "Windows": "Windows 자격 증명 관리자",
    "macOS": "macOS 키체인",
    "SecretService": "이 PC의 열쇠 저장소",
    "memory": "연습용 임시 저장소",
}
_WITH_STORE = "비밀번호와 이 PC의 열쇠로 엽니다"
_ALONE = "비밀번호만으로 엽니다"
_ALONE_NOTE = "이 PC에는 열쇠를 따로 둘 저장소가 없습니다. 비밀번호를 길게 지어 주세요."
_OWN = "글꼴 Pretendard GOV (SIL OFL 1.1) · 그림 Lucide (ISC)"
_DIAGNOSIS = (
    "진단 파일에는 버전, 파일 크기, 오류 번호만 있습니다. "
    "사람 이름이나 기관 이름은 들어가지 않으며, 보내기 전에 열어 보실 수 있습니다."
)


class AboutTab(QWidget):
    """Nothing here can be changed; the certificate can be handed out.

    `components_wanted`, `diagnosis_wanted` are asked for by their buttons.
    """

    components_wanted = Signal()
    diagnosis_wanted = Signal()

    def __init__(self, info: OfficeInfo, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self.version = kit.pair("프로그램", f"이지케어 데스크톱 {__version__}")
        self.protection = kit.pair("보호 방식")
        if info.store_name:
            store = _STORES.get(info.store_name, info.store_name)
            self.protection.say(_WITH_STORE, f"열쇠를 둔 곳: {store}")
        else:
            self.protection.say(_ALONE, _ALONE_NOTE)
        kind = f"{label(info.kind)} · 연습용" if info.practice else label(info.kind)
        self.code = kit.pair("시설코드", info.code, kind)
        self.people = kit.pair("일하는 사람", "혼자" if info.alone else "둘 이상")
        self.folder = kit.pair("사무실 폴더", breakable(info.folder))
        self.network = kit.pair("인터넷", "쓰지 않습니다", "자료는 이 PC 안에만 있습니다.")
        self.materials = kit.pair("글꼴과 그림", _OWN)
        form = kit.form(2)
        form.add(self.version, self.protection, self.code, self.people)
        form.add(self.folder, self.network, span=1)
        form.add(self.materials, span=2)
        self.certificate = CertificateCard(kit)
        self.components = kit.button("들어 있는 것과 사용 조건", "secondary", "list")
        self.components.setObjectName("settings.components")
        self.diagnosis = kit.button("진단 파일 만들기", "secondary", "file-text")
        self.diagnosis.setObjectName("settings.diagnosis")
        self.components.clicked.connect(self.components_wanted)
        self.diagnosis.clicked.connect(self.diagnosis_wanted)
        help_card = card(
            kit.text("전화로 도움을 받으실 때", "lead"),
            kit.text(_DIAGNOSIS, wrap=True),
            row(self.diagnosis, self.components, None, gap=12),
        )
        self.setLayout(column(card(form), self.certificate, help_card, None, gap=16))

"""기관 인증서: its fingerprint, and the ways to hand it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from easycare_desktop.services.certificates import CertificateView
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.wording.verification import grouped

_WHAT = (
    "파기확인서의 전자서명을 확인하는 파일입니다. 비밀은 들어 있지 않으니 "
    "확인서를 받는 분께 함께 드려도 됩니다."
)


class CertificateCard(QFrame):
    """`save_wanted`, `print_wanted`, `verify_wanted`."""

    save_wanted = Signal()
    print_wanted = Signal()
    verify_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.fingerprint = kit.pair("인증서 지문")
        self.valid = kit.pair("쓸 수 있는 기간")
        self.save = kit.button("인증서 파일로 저장", "secondary", "download", fit="row")
        self.print = kit.button("인증서 종이 인쇄", "secondary", "printer", fit="row")
        self.verify = kit.button("파기확인서 확인", "secondary", "badge-check", fit="row")
        for name in ("save", "print", "verify"):
            getattr(self, name).setObjectName(f"settings.certificate.{name}")
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.verify.clicked.connect(self.verify_wanted)
        self.setLayout(
            column(
                kit.text("기관 인증서", "lead"),
                kit.text(_WHAT, wrap=True),
                self.fingerprint,
                self.valid,
                row(self.save, self.print, self.verify, None),
                margins=(20, 16, 20, 16),
                gap=10,
            )
        )

    def show_certificate(self, view: CertificateView) -> None:
        """Show the certificate in use."""
        self.fingerprint.say(grouped(view.fingerprint))
        self.valid.say(f"{view.since:%Y-%m-%d} ~ {view.until:%Y-%m-%d}")

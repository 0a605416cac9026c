"""What was already written down in an earlier step, to be read again."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.requests import RequestDetails
from easycare_desktop.ui.widgets import Kit, card, column
from easycare_desktop.ui.wording.labels import label


class SummaryStep(QWidget):
    """Pairs of everything a request says; gone once it lies in 분리보관."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        names = (
            ("applicant", "신청인"),
            ("capacity", "자격"),
            ("phone", "연락처"),
            ("channel", "접수 방법"),
            ("received", "접수일"),
            ("wish", "희망 취소일"),
            ("last", "마지막 이용일"),
            ("scope", "범위"),
            ("ending", "사유"),
            ("proofs", "확인한 서류"),
            ("checked", "확인한 날"),
            ("money", "정산"),
            ("copy", "기록 사본"),
            ("remark", "덧붙이는 말"),
        )
        self.pairs = {name: kit.pair(words) for name, words in names}
        grid = kit.form(3)
        for pair in self.pairs.values():
            grid.add(pair)
        self._gone = kit.banner(
            "stay", "신청서 내용은 이제 분리보관에 있습니다.", "여기에는 번호와 날짜만 남습니다."
        )
        body = card(kit.text("적어 둔 것", "lead"), self._gone, grid, None)
        self.setLayout(column(body, None, gap=0))

    def show_details(self, details: RequestDetails) -> None:
        """Show what is known of a request."""
        request, applicant = details.request, details.applicant
        known = bool(applicant.name) or not request.with_form
        self._gone.setVisible(not known)
        words = {
            "applicant": applicant.name,
            "capacity": label(applicant.capacity) if known else "",
            "phone": applicant.phone,
            "channel": label(request.channel),
            "received": request.received_on.isoformat(),
            "wish": request.wish_on.isoformat(),
            "last": request.last_service_on.isoformat() if request.last_service_on else "",
            "scope": label(request.scope),
            "ending": label(request.ending) if request.ending else "",
            "remark": details.remark,
            **_checked(details),
            **_settled(details),
        }
        for name, pair in self.pairs.items():
            pair.say(words.get(name, "") or "-")


def _checked(details: RequestDetails) -> dict[str, str]:
    checked = details.verification
    if checked is None:
        return {}
    return {
        "proofs": ", ".join(label(proof) for proof in checked.proofs),
        "checked": checked.checked_on.isoformat(),
    }


def _settled(details: RequestDetails) -> dict[str, str]:
    settled = details.settlement
    if settled is None:
        return {}
    given = settled.copy_given_on
    return {
        "money": f"미납 {settled.unpaid:,}원 · 환불 {settled.refund:,}원",
        "copy": f"{given:%Y-%m-%d} {settled.copy_received_by}".strip()
        if given
        else " · ".join(filter(None, ("주지 않음", settled.no_copy_reason))),
    }

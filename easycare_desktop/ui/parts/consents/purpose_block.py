"""One purpose of the form: its full text and the answer, with nothing chosen before."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from easycare_desktop.domain.consents import ConsentResult
from easycare_desktop.services.consents import ConsentStatus, Said
from easycare_desktop.ui.parts.consents.given_more import GivenMore
from easycare_desktop.ui.parts.consents.standing import standing_word
from easycare_desktop.ui.widgets import Kit, column, holder, row
from easycare_desktop.ui.widgets.labels import ChipTone

Parse = Callable[[str], date]
_ANSWERS = (
    (ConsentResult.GIVEN, "동의함"),
    (ConsentResult.REFUSED, "동의하지 않음"),
)


class PurposeBlock(QFrame):
    """`edited()` at each change. Times and channels are asked only where consent is given."""

    edited = Signal()

    def __init__(self, kit: Kit, status: ConsentStatus, parse: Parse) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.purpose = status.purpose
        self._kit, self._parse = kit, parse
        self.more: GivenMore | None = None
        code = self.purpose.code
        self.setObjectName(f"consents.block.{code}")
        self.answer = kit.choice(_ANSWERS)
        self.answer.setObjectName(f"consents.answer.{code}")
        self.answer.setAccessibleName(f"{self.purpose.label}에 대한 답")
        self.answer.chosen.connect(self._choose)
        self._build(kit, status)

    def _build(self, kit: Kit, status: ConsentStatus) -> None:
        purpose = self.purpose
        head = row(kit.text(purpose.label, "lead", wrap=True), gap=8)
        head.setStretch(0, 1)
        if status.line is not None:
            tone: ChipTone = "ok" if status.given else "go"
            said = f"{status.line.said_on:%Y-%m-%d} {standing_word(status)}"
            head.addWidget(kit.chip(said, tone))
        texts: list[QWidget] = [kit.pair("목적", purpose.purpose), kit.pair("항목", purpose.items)]
        if purpose.recipients:
            texts.append(kit.pair("받는 곳", purpose.recipients))
        texts.append(_important(kit, "보유·이용 기간", purpose.period))
        texts.append(kit.pair("거부할 권리와 불이익", purpose.refusal))
        form = kit.form(2)
        form.add(*texts)
        version = f"동의서 {purpose.text_version}판 · {purpose.basis_article}"
        words = kit.text(version, "caption", wrap=True)
        self._box = column(head, form, words, self.answer, margins=(20, 14, 20, 16))
        self.setLayout(self._box)

    def said(self) -> Said | None:
        """Return the answer, or None while there is none."""
        answer = self.answer.value()
        if answer is None:
            return None
        given = answer is ConsentResult.GIVEN
        return Said(
            self.purpose.code, answer, self.more.until.day() if self.more and given else None
        )

    def unclear(self) -> bool:
        """Tell whether a last day was typed that cannot be read."""
        more = self.more
        if more is None or self.answer.value() is not ConsentResult.GIVEN:
            return False
        return bool(more.until.control.text().strip()) and more.until.day() is None

    def channels(self) -> tuple[str, ...]:
        """Return the channels that were ticked, where consent is given."""
        given = self.answer.value() is ConsentResult.GIVEN
        return self.more.channels() if self.more and given else ()

    def half_typed(self) -> dict[str, str]:
        """Return what is filled in so far."""
        answer, code = self.answer.value(), self.purpose.code
        values = {f"answer.{code}": answer.value if answer else ""}
        if self.more is not None:
            values[f"until.{code}"] = self.more.until.control.text()
            values[f"channels.{code}"] = ",".join(self.more.channels())
        return {name: text for name, text in values.items() if text}

    def put(self, values: Mapping[str, str]) -> None:
        """Show half-typed values."""
        code = self.purpose.code
        answer = values.get(f"answer.{code}", "")
        if answer:
            self.answer.choose(ConsentResult(answer))
        if self.more is not None:
            channels = values.get(f"channels.{code}", "").split(",")
            self.more.put(values.get(f"until.{code}", ""), channels)

    @Slot(object)
    def _choose(self, answer: ConsentResult) -> None:
        given = answer is ConsentResult.GIVEN
        asked = given and (not self.purpose.required or bool(self.purpose.channels))
        if asked and self.more is None:
            self.more = GivenMore(self._kit, self.purpose, self._parse)
            self.more.edited.connect(self.edited)
            self._box.addWidget(self.more)
        if self.more is not None:
            self.more.setVisible(asked)
        self.edited.emit()


def _important(kit: Kit, name: str, words: str) -> QWidget:
    """Return what has to stand out on a consent form (Decree art. 17(3))."""
    return holder(
        column(kit.text(name, "caption"), kit.text(words, "lead", wrap=True), None, gap=2)
    )

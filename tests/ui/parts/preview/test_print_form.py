"""What is offered for a paper whose pieces have their place on the sheet."""

from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from easycare_desktop.services.paper_kinds import EXACT
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.parts.preview.print_form import PrintForm
from easycare_desktop.ui.parts.preview.printing import PrintOrder, Step
from easycare_desktop.ui.widgets import Kit


class OnePrinter:
    """A printer on paper only."""

    def names(self) -> Sequence[str]:
        return ("흑백 레이저",)

    def usual(self) -> str:
        return "흑백 레이저"

    def send(self, pdf: bytes, order: PrintOrder, step: Step) -> None:
        raise NotImplementedError


def test_labels_have_no_margin_and_no_back(qtbot: QtBot, kit: Kit):
    form = PrintForm(kit, OnePrinter())
    qtbot.addWidget(form)
    form.show_paper(2, again=False)
    form.duplex.setChecked(True)
    form.binding.setChecked(True)
    assert not form.duplex.isHidden()
    form.show_paper(1, again=False, exact=True)
    assert form.duplex.isHidden()
    assert form.binding.isHidden()
    order = form.order(0)
    assert order is not None
    assert (order.duplex, order.binding) == (False, False)
    assert PaperKind.ADDRESS_LABELS in EXACT

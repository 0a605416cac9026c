"""The page of destructions with plans that wait together, and what a person does on it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from easycare_desktop.domain.destruction import (
    OutsidePlace,
    OutsideState,
    PlanState,
)
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.parts.joint.approve_dialog import ApproveDialog
from easycare_desktop.ui.parts.joint.picker_dialog import PickerDialog
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from tests.helpers.agency import SECOND, SECOND_PASSWORD, Agency
from tests.helpers.approving import in_front
from tests.helpers.joint import states_of


class JointScene:
    """The page with the plans of `ids`."""

    def __init__(
        self, page: DestructionPage, agency: Agency, ids: list[int], background: ManualBackground
    ) -> None:
        self.page, self.agency, self.ids, self._background = page, agency, ids, background

    @property
    def states(self) -> list[PlanState]:
        return states_of(self.agency.services, self.ids)

    def press(self, button: object) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]

    def pick(self) -> PickerDialog:
        self.press(self.page.body.together)
        dialog = self.page.joint.shown
        assert isinstance(dialog, PickerDialog)
        return in_front(dialog)

    def approval(self) -> ApproveDialog:
        """Pick all, and come to the approval."""
        picker = self.pick()
        self.press(picker.pick_all)
        self.press(picker.go_on)
        dialog = self.page.joint.shown
        assert isinstance(dialog, ApproveDialog)
        return in_front(dialog)

    def fill(self, dialog: ApproveDialog, login: str = SECOND, password: str = SECOND_PASSWORD):
        fields = dialog.fields
        for field, typed in ((fields.name, "3"), (fields.day, "20261123"), (fields.login, login)):
            field.control.clear()
            QTest.keyClicks(field.control, typed)
        fields.password.control.clear()
        QTest.keyClicks(fields.password.control.focusProxy(), password)

    def tick_all(self, dialog: ApproveDialog) -> None:
        for place in OutsidePlace:
            dialog.outside.choose(place, OutsideState.NONE)

"""Everybody who may open the office, or once could."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from easycare_desktop.services.accounts import Account
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.settings.account_words import STATES
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.wording.labels import label

_ROWS = 4


def _id(account: Account) -> int:
    return account.id


def _name(account: Account) -> Cell:
    return Cell(account.name, account.login, strong=True)


def _role(account: Account) -> Cell:
    return Cell(label(account.role))


def _changed(account: Account) -> Cell:
    return Cell(account.changed_at.date().isoformat())


def _state(account: Account) -> Cell:
    return Cell(mark=Mark(*STATES[account.state]))


class AccountList(QFrame):
    """`chosen(Account | None)`; `new` adds somebody, `statement` prints them all."""

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        columns = (
            Column("이름과 아이디", _name),
            Column("역할", _role, width=96),
            Column("비밀번호 바꾼 날", _changed, width=148),
            Column("상태", _state, width=112),
        )
        self.model: RowModel[Account] = RowModel(columns, _id, self)
        self.table = kit.table(self.model, "계정", rows_shown=_ROWS)
        self.table.setObjectName("settings.accounts")
        self.table.chosen.connect(self.chosen)
        self.new = kit.button("계정 추가하기", "primary", "plus", key="F2")
        self.new.setObjectName("settings.account_new")
        self.statement = kit.button("운영 확인서", icon="printer")
        self.statement.setObjectName("settings.account_statement")
        head = row(kit.text("사무실을 여는 사람", "lead"), None, self.statement, self.new)
        self.setLayout(column(head, self.table, margins=(20, 16, 20, 16), gap=12))

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Show everybody; the first is chosen where nobody was."""
        self.model.show(accounts)
        if self.table.current_row() is None:
            self.table.choose_first()

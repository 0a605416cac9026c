"""The table of protocols: how each starts, what it does, and how its outcome is judged."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.campaigns import backing, handing, items, leasing, moving, saving, switching
from tests.campaigns.child import Told
from tests.campaigns.house import House


@dataclass(frozen=True)
class Protocol:
    """`prepare` makes the start, `act` runs in the child, `judge` opens what it left.

    `judge` is given what had been confirmed; it returns on which side of its commit it stands.
    """

    prepare: Callable[[House], object]
    act: Callable[[House, Told], None]
    judge: Callable[[House, frozenset[str]], str]


PROTOCOLS = {
    "save": Protocol(saving.save_start, saving.save, saving.judge_save),
    "withdraw": Protocol(saving.withdraw_start, saving.withdraw, saving.judge_withdraw),
    "destroy": Protocol(switching.destroy_start, switching.destroy, switching.judge_destroy),
    "place": Protocol(switching.place_start, switching.renew_place, switching.judge_place),
    "password": Protocol(saving.password_start, saving.change_password, saving.judge_password),
    "first run": Protocol(saving.first_run_start, saving.first_run, saving.judge_first_run),
    "back up": Protocol(backing.backup_start, backing.back_up, backing.judge_backup),
    "restore": Protocol(backing.restore_start, backing.restore, backing.judge_restore),
    "move": Protocol(backing.restore_start, moving.move, moving.judge_move),
    "item": Protocol(items.item_start, items.destroy_item, items.judge_item),
    "take back": Protocol(items.take_back_start, items.take_back, items.judge_take_back),
    "hand over": Protocol(handing.handing_start, handing.hand_over, handing.judge_hand_over),
    "lost place": Protocol(handing.handing_start, handing.lose_place, handing.judge_lost_place),
    "give": Protocol(leasing.give_start, leasing.give, leasing.judge_give),
    "take": Protocol(leasing.take_start, leasing.take, leasing.judge_take),
    "block": Protocol(handing.blocking_start, handing.block, handing.judge_block),
}

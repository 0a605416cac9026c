"""One office that lives at random, against a small model of what it must and must not hold."""

from datetime import timedelta
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.consents import ConsentMethod
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.storage.backup.places import SetPlace
from easycare_desktop.storage.backup.refusals import BackupNewerElsewhereError
from easycare_desktop.storage.databases.data_pointer import data_folder
from easycare_desktop.storage.keys.refusals import OfficeMovedError
from easycare_desktop.storage.restore.refusals import BackupForkedError
from tests.campaigns.backing import check_no_keys, restore_set
from tests.campaigns.everyday_office import CHOICE, OFFICERS, PHOTO, EverydayOffice
from tests.campaigns.house import House
from tests.campaigns.judging import check_gone, check_sound
from tests.campaigns.lives import OLDEST, Lives
from tests.campaigns.model import Known, contents
from tests.campaigns.moving import move_to, write_alone
from tests.campaigns.reach import Reach
from tests.helpers.holds import proposed_plans

_YEARS = timedelta(days=6 * 365)
# One in so many is kept to go on with; what of it is kept beside its files.
_KEPT = 4
_MEMORY = ("who", "other", "known", "names", "sheets", "pcs", "steps", "last", "dead_there")


class LivingOffice(EverydayOffice):
    """What ends in an office, and what comes back. `sheets`: all that ever were.

    `lives`: offices that a history may go on with.
    """

    lives: ClassVar[Lives]

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[RecoveryCode] = []
        self.pcs = 1
        self.last: SetPlace | None = None
        self.dead_there: frozenset[int] = frozenset()

    @initialize(choice=CHOICE)
    def begin(self, choice: int = 0) -> None:
        """Begin with a young office, or go on where another history ended."""
        if self.lives:
            life = self.lives.one(choice)
            self.house, self.former, memory = life.again(self.stage.now)
            vars(self).update(memory)
            self.services = self.house.enter(*self.who)
        else:
            self.house = self.stage.fresh()
            self.services = self.house.enter()
            self.known = Known(contents(self.services))
            self.sheets = [self.house.sheet]
        self.steps -= 1
        self.counts["steps"] -= 1
        self.counts["histories"] += 1

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def withdraw(self, choice: int) -> None:
        """Withdraw one consent, and destroy what rested on it."""
        person = self.one(choice)
        with self.may_be_refused():
            today = self.services.office.today()
            done = self.services.withdrawals.withdraw(person, PHOTO, ConsentMethod.IN_PERSON, today)
            self.known.withdrawn.add((person, PHOTO))
            self.saved("withdraw")
            if done.plan is not None and choice % 2:
                self.carry_out(done.plan)
        self.saved("withdraw")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def destroy(self, choice: int) -> None:
        """End a relation and carry out what follows."""
        today = self.services.office.today()
        with self.may_be_refused():
            days, endings = EndingDays(None, today, today), self.services.several_endings
            plan = endings.end_one(self.one(choice), EndingReason.DEATH, days).plan
            self.saved("end")
            self.carry_out(plan)
        self.saved("destroy")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def destroy_item(self, choice: int) -> None:
        """Destroy one item of a holding; the rest goes on under another key."""
        free = [
            (each.holding.id, code)
            for each in self.services.selection.choosable(self.one(choice))
            if each.refusal is None
            for code in each.filled
            if not each.group.field(code).required
        ]
        if not free:
            return
        holding, code = free[choice % len(free)]
        rest = {name: text for name, text in self.known.living[holding].items() if name != code}
        with self.may_be_refused():
            self.carry_out(self.services.selection.plan_fields(holding, [code], "본인의 요구"))
            before = self.known.living.keys()
            self.saved("destroy item")
            new = [self.known.living[each] for each in self.known.living.keys() - before]
            assert new == ([rest] if any(rest.values()) else [])
        self.saved("destroy item asked")

    @precondition(lambda self: self.known.now.apart)
    @rule()
    def years_later(self) -> None:
        """Let the clock of what is kept apart run out, and destroy all that is due."""
        self.later(_YEARS)
        self.services.office.clock_trusted()
        self.services.office.accept_clock()
        with self.may_be_refused():
            for plan in proposed_plans(self.services):
                self.carry_out(plan)
        self.saved("years later")

    @rule()
    def back_up(self) -> None:
        """Make a backup, and remember what the office held then."""
        self.later(timedelta(minutes=1))
        before = contents(self.services)
        there = {each.name for each in self.sets()}
        report = self.services.backup.back_up(BackupCause.BY_HAND)
        assert report.is_complete, report
        (self.last,) = [each for each in self.sets() if each.name not in there]
        self.known.backups[self.last.name] = before
        self.known.brought_up()
        self.counts["back up"] += 1

    @precondition(lambda self: self.known.backups)
    @rule(choice=CHOICE, lost=st.booleans())
    def restore(self, choice: int, *, lost: bool) -> None:
        """Restore a backup on this PC, perhaps after the data in use was lost."""
        place = self._backup(choice)
        self.services.office.close()
        if lost:
            (data_folder(self.house.folder) / "office.db").write_bytes(b"")
        restore_set(self.house, place)
        self.services = self.house.enter(*self.who)
        self.known.restored(place.name, contents(self.services))
        self.note_backups(self.known.now)
        self.known.stricter(self.services)
        self.counts["restore"] += 1

    @rule(choice=CHOICE, newest=st.booleans(), stays=st.booleans())
    def move(self, choice: int, *, newest: bool, stays: bool) -> None:
        """Go on with the office on another PC; the former one dies, or goes on by itself."""
        if newest or not self.known.backups:
            self.back_up()
        place = self.last if newest and self.last else self._backup(choice)
        self.services.office.close()
        if self.former is not None:
            self.former.throw_away()
        self.former, self.house = self.house, House(self.house.root, pc=str(self.pcs))
        self.pcs += 1
        self.dead_there = frozenset(self.known.dead)
        self.who, self.other = OFFICERS
        self.services = move_to(self.house, self.former, place, with_paper=choice % 2 == 0)
        self.sheets.append(self.house.sheet)
        self.known.moved(place.name, contents(self.services))
        self.note_backups(self.known.now)
        self.known.stricter(self.services)
        self._end_former(self.former, stays=stays, writes=choice % 3 == 0)
        self.counts["move"] += 1

    def _end_former(self, former: House, *, stays: bool, writes: bool) -> None:
        """The former PC writes no more once it sees the stick; before, it writes for itself."""
        if not stays:
            former.throw_away()
            self.former = None
            return
        try:
            former.enter()
        except OfficeMovedError:
            self.counts["former PC refused"] += 1
        else:
            raise AssertionError("two PCs write")
        if writes:
            self._write_there(former)

    def _write_there(self, former: House) -> None:
        """What it writes without the stick is no backup here, or stopped by one of this PC."""
        known = {each.name for each in self.sets()}
        with self.house.stick_away():
            problem = write_alone(former)
        forks = [each for each in self.sets() if each.name not in known]
        here = self.services.office.keys.file.identity.instance
        if problem is not None and any(each.instance == here for each in self.sets()):
            assert type(problem) is BackupNewerElsewhereError, problem
            assert not forks
            self.counts["fork not written"] += 1
            return
        (fork,) = forks
        self.services.office.close()
        try:
            restore_set(self.house, fork)
        except BackupForkedError:
            self.counts["fork refused"] += 1
        else:
            raise AssertionError("what the former PC wrote is taken for the office")
        self.services = self.house.enter(*self.who)

    def _backup(self, choice: int) -> SetPlace:
        """Return one of the backups that this office knows."""
        mine = [each for each in self.sets() if each.name in self.known.backups]
        return mine[choice % len(mine)]

    def teardown(self) -> None:
        """Judge the whole office, and all that anybody could read of it; keep some of them."""
        self.services.office.close()
        services = self.house.enter_as_second()
        check_sound(services)
        self.known.check(contents(services))
        check_gone(services, frozenset(self.known.dead))
        services.office.close()
        self.judge_reach()
        check_no_keys(self.house.backups)
        self.counts["steps of whole lives"] += self.steps
        if self.steps < OLDEST and self.counts["histories"] % _KEPT == 0:
            self.lives.keep(self.house, self.former, {name: vars(self)[name] for name in _MEMORY})

    def judge_reach(self) -> None:
        """Everything in use can be reached with all keys; nothing that was destroyed can be.

        The former PC, where it still exists, may hold what the office held when it left.
        """
        if not self.known.dead:
            return
        reach = Reach([self.house], self.sheets)
        living = frozenset(self.known.living)
        assert reach.reads(living) == living, "the search for what can be read is blind"
        readable = reach.reads(frozenset(self.known.dead))
        assert not readable, f"{len(readable)} destroyed holdings can be read"
        if self.former is not None and self.dead_there:
            reach = Reach([self.house, self.former], self.sheets)
            readable = reach.reads(self.dead_there)
            assert not readable, f"{len(readable)} can be read with the former PC"
            self.counts["reached into both PCs"] += 1
        self.counts["reached into"] += 1

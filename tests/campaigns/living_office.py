"""One office that lives at random, against a small model of what it must and must not hold."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.consents import ConsentMethod
from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.storage.backup.places import backup_folder, set_places
from easycare_desktop.storage.databases.data_pointer import data_folder
from tests.campaigns.backing import check_no_keys, restore_set
from tests.campaigns.house import Stage
from tests.campaigns.judging import check_gone, check_sound
from tests.campaigns.model import Known, contents
from tests.campaigns.reach import Reach
from tests.helpers.cases import SCAN, approval_of
from tests.helpers.cases import agree as agree_to_all

STEPS = 8
AT_ONCE = 250
MOST_BROKEN = 20
_NAMES = "가나다라마바사아자차카타파하"
_PHOTO = "newsletter_photo"
CHOICE = st.integers(min_value=0, max_value=10_000)
DAYS = st.sampled_from([-2, 1, 3, 30, 400])


class LivingOffice(RuleBasedStateMachine):
    """One office and its model. `stage` is set for the run; `counts` tells what was done."""

    stage: ClassVar[Stage]
    counts: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.house = self.stage.fresh()
        self.services = self.house.enter()
        self.known = Known(contents(self.services))
        self.names = 0
        self.counts["histories"] += 1

    @rule()
    def add(self) -> None:
        """Register somebody."""
        self.names += 1
        first, second = divmod(self.names, len(_NAMES))
        values = {
            "identity": {
                "name": f"홍{_NAMES[first]}{_NAMES[second]}",
                "birth": "1941-03-05",
                "mobile": f"010-0000-{self.names:04}",
                "address": "행복시 나눔구 봄길 77",
            },
            "payment": {"payer_name": "홍길순", "method": "cash", "last_paid_on": "2026-11-10"},
            "complaint": {
                "received_on": "2026-03-02",
                "subject": f"가상 민원 {self.names}",
                "closed_on": "2026-03-05",
            },
        }
        self.services.people.register(PersonKind.RECIPIENT, values)
        self.saved("add")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def change(self, choice: int) -> None:
        """Correct an address."""
        person = self.one(choice)
        with self.may_be_refused():
            card = self.services.people.open(person)
            content = card.contents["identity"]
            values = dict(content.values) | {"address_detail": f"{choice}호"}
            self.services.people.save_group(
                person, "identity", values, expected_version=content.holding.version, reason="이사"
            )
            self.saved("change")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def agree(self, choice: int) -> None:
        """Record a signed form with its scan, and what rests on it."""
        person = self.one(choice)
        with self.may_be_refused():
            card = self.services.people.open(person).person
            agree_to_all(self.services, card, evidence=Evidence(SCAN, "application/pdf"))
            self.services.people.save_group(person, "photo", {"pictures": "12"})
        self.saved("agree")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def withdraw(self, choice: int) -> None:
        """Withdraw one consent, and destroy what rested on it."""
        with self.may_be_refused():
            today = self.services.office.today()
            done = self.services.withdrawals.withdraw(
                self.one(choice), _PHOTO, ConsentMethod.IN_PERSON, today
            )
            self.saved("withdraw")
            if done.plan is not None and choice % 2:
                self.carry_out(done.plan)
        self.saved("withdraw")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def hold(self, choice: int) -> None:
        """Put a legal hold on one holding."""
        until = self.services.office.today() + timedelta(days=30)
        order = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "가상 소송", until)
        said = self.known.living
        ids = sorted(said, key=lambda each: str(sorted(said[each].items())))
        with self.may_be_refused():
            self.services.measures.order([ids[choice % len(ids)]], order)
        self.saved("hold")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def destroy(self, choice: int) -> None:
        """End a relation and carry out what follows."""
        today = self.services.office.today()
        with self.may_be_refused():
            plan = self.services.selection.plan_people(
                [self.one(choice)], EndingReason.DEATH, today, "사망 신고를 받음"
            )
            self.saved("end")
            self.carry_out(plan)
        self.saved("destroy")

    @rule()
    def back_up(self) -> None:
        """Make a backup, and remember what the office held then."""
        self.later(timedelta(minutes=1))
        before = contents(self.services)
        report = self.services.backup.back_up(BackupCause.BY_HAND)
        assert report.is_complete, report
        self.known.backups.append(before)
        self.counts["back up"] += 1

    @precondition(lambda self: self.known.backups)
    @rule(choice=CHOICE, lost=st.booleans())
    def restore(self, choice: int, *, lost: bool) -> None:
        """Restore a backup on this PC, perhaps after the data in use was lost."""
        office_id = self.services.office.info.id
        self.services.office.close()
        places = sorted(
            set_places(backup_folder(self.house.backups, office_id)), key=lambda each: each.name
        )
        number = choice % len(self.known.backups)
        if lost:
            (data_folder(self.house.folder) / "office.db").write_bytes(b"")
        restore_set(self.house, places[number])
        self.services = self.house.enter()
        self.known.restored(number, contents(self.services))
        self.counts["restore"] += 1

    @rule()
    def reopen(self) -> None:
        """Close, and open as the other officer."""
        self.services.office.close()
        self.services = self.house.enter_as_second()
        self.known.check(contents(self.services))
        self.counts["reopen"] += 1
        self.services.office.close()
        self.services = self.house.enter()

    @rule(days=DAYS, accept=st.booleans())
    def set_clock(self, days: int, *, accept: bool) -> None:
        """Set the clock of the PC, and perhaps confirm it."""
        self.later(timedelta(days=days))
        self.services.office.clock_trusted()
        if accept:
            self.services.office.accept_clock()
        self.services.measures.resume_over()
        self.counts["set clock"] += 1

    def teardown(self) -> None:
        """Judge the whole office, and all that anybody could read of it."""
        try:
            self.services.office.close()
            services = self.house.enter_as_second()
            check_sound(services)
            self.known.check(contents(services))
            check_gone(services, frozenset(self.known.dead))
            services.office.close()
            self.judge_reach()
            check_no_keys(self.house.backups)
        finally:
            shutil.rmtree(self.house.root, ignore_errors=True)

    def judge_reach(self) -> None:
        """Everything in use can be reached with all keys; nothing that was destroyed can be."""
        if not self.known.dead:
            return
        reach = Reach(self.house)
        living = frozenset(self.known.living)
        assert reach.reads(living) == living, "the search for what can be read is blind"
        readable = reach.reads(frozenset(self.known.dead))
        assert not readable, f"{len(readable)} destroyed holdings can be read"
        self.counts["reached into"] += 1

    def carry_out(self, plan: Plan) -> None:
        """Approve and run a plan; from then on what it ended is dead."""
        services = self.services
        services.destruction.approve_in_place(plan.id, approval_of(services, plan))
        done = services.destruction_run.run(plan.id).plan
        self.known.ended(done.doomed, done.separated)
        self.counts["destroyed"] += len(done.doomed)
        self.counts["separated"] += len(done.separated)

    @contextmanager
    def may_be_refused(self) -> Iterator[None]:
        """Count a refusal; whatever it was, it must have changed nothing."""
        try:
            yield
        except Refusal as refusal:
            self.counts[f"refused {type(refusal).__name__}"] += 1

    def saved(self, what: str) -> None:
        """Believe what the office says it holds now: it was confirmed."""
        self.known.saved(contents(self.services))
        self.counts[what] += 1

    def people(self) -> list[int]:
        """Return everybody in use."""
        return sorted(line.id for line in self.services.people.find(""))

    def one(self, choice: int) -> int:
        """Return one of them."""
        people = self.people()
        return people[choice % len(people)]

    def later(self, span: timedelta) -> None:
        """Let time go by."""
        self.house.clock.set(self.house.clock.now() + span)

"""What goes on in an office every day, at random: it takes in, corrects, holds, closes, opens."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.storage.backup.places import SetPlace, backup_folder, set_places
from tests.campaigns.house import House, Stage
from tests.campaigns.model import Contents, Known, contents
from tests.helpers.cases import HEALTH, SCAN, approval_of
from tests.helpers.cases import agree as agree_to_all
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import LOGIN, PASSWORD

_NAMES = "가나다라마바사아자차카타파하"
PHOTO = "newsletter_photo"
_HELD_DAYS = 30
OFFICERS = ((LOGIN, PASSWORD), (SECOND, OTHERS_PASSWORD))
CHOICE = st.integers(min_value=0, max_value=10_000)
DAYS = st.sampled_from([-2, 1, 3, 30, 400])


class EverydayOffice(RuleBasedStateMachine):
    """One office and its model. `stage` is set for the run; `counts` tells what was done.

    `former`: the PC that the office was on before, if it still exists. A history begins with the
    rule that gives it its house, its open services and its model.
    """

    stage: ClassVar[Stage]
    counts: ClassVar[Counter[str]]

    house: House
    services: Services
    known: Known

    def __init__(self) -> None:
        super().__init__()
        self.former: House | None = None
        self.who, self.other = OFFICERS
        self.names = 0
        self.steps = 0

    @invariant()
    def count_step(self) -> None:
        """Count what was done; it is asked for after the beginning, too."""
        self.steps += 1
        self.counts["steps"] += 1

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
            content = self.services.people.open(person).contents.get("identity")
            values = {"name": "홍다시", **(content.values if content else {})}
            values["address_detail"] = f"{choice}호"
            version = content.holding.version if content else 0
            self.services.people.save_group(
                person, "identity", values, expected_version=version, reason="이사"
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
            self.known.withdrawn.discard((person, PHOTO))
            self.services.people.save_group(person, "photo", {"pictures": "12"})
            self.services.people.save_group(person, "health", HEALTH)
        self.saved("agree")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def take_back(self, choice: int) -> None:
        """Take a registration back, with which nothing was done since: a late one rather."""
        before, people = self.services.office.keys.tombstones(), self.people()
        person = people[-1 - choice % len(people)]
        with self.may_be_refused():
            self.services.import_undoing.undo_entry(person, (), "오기", newcomer=True)
            gone = frozenset(self.services.office.keys.tombstones() - before)
            assert gone
            self.known.ended(gone, frozenset())
            self.known.brought_up()
            self.counts["taken back"] += len(gone)
        self.saved("take back")

    @precondition(lambda self: self.people())
    @rule(choice=CHOICE)
    def hold(self, choice: int) -> None:
        """Put a legal hold on one holding."""
        until = self.services.office.today() + timedelta(days=_HELD_DAYS)
        order = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "가상 소송", until)
        said = self.known.living
        ids = sorted(said, key=lambda each: str(sorted(said[each].items())))
        holding = ids[choice % len(ids)]
        with self.may_be_refused():
            self.services.measures.order([holding], order)
            self.known.held[holding] = until
        self.saved("hold")

    @rule()
    def reopen(self) -> None:
        """Close, and open as the other officer."""
        self.services.office.close()
        self.who, self.other = self.other, self.who
        self.services = self.house.enter(*self.who)
        self.known.check(contents(self.services))
        self.counts["reopen"] += 1

    @rule(days=DAYS, accept=st.booleans())
    def set_clock(self, days: int, *, accept: bool) -> None:
        """Set the clock of the PC, and perhaps confirm it."""
        self.later(timedelta(days=days))
        self.services.office.clock_trusted()
        if accept:
            self.services.office.accept_clock()
        self.services.measures.resume_over()
        self.counts["set clock"] += 1

    def carry_out(self, plan: Plan) -> None:
        """Approve and run a plan; from then on what it ended is dead."""
        services = self.services
        self.later(timedelta(minutes=1))
        said = replace(approval_of(services, plan), login=self.other[0], password=self.other[1])
        services.destruction.approve_in_place(plan.id, said)
        before = contents(services)
        try:
            done = services.destruction_run.run(plan.id).plan
        finally:
            self.note_backups(before)
        self.known.ended(done.doomed, done.separated)
        self.known.brought_up()
        self.counts["destroyed"] += len(done.doomed)
        self.counts["separated"] += len(done.separated)

    def note_backups(self, before: Contents) -> None:
        """Remember what was backed up by itself: before a destruction, and once it was finished.

        A restore may bring a plan back whose keys are gone; it is finished at the next opening.
        """
        after = contents(self.services)
        made = {each.set_name: each.cause for each in self.services.backup.register()}
        for name in [each.name for each in self.sets() if each.name in made]:
            late = made[name] is BackupCause.AFTER_DESTRUCTION
            self.known.backups.setdefault(name, after if late else before)

    def sets(self) -> list[SetPlace]:
        """Return the backups of the office that are there, the oldest first."""
        office_id = self.services.office.info.id
        found = set_places(backup_folder(self.house.backups, office_id))
        return [each for each in reversed(found) if each.is_finished]

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
        """Let time go by; a hold whose last day has come may end from now on."""
        self.house.clock.set(self.house.clock.now() + span)
        today = self.services.office.today()
        self.known.held = {
            holding: until for holding, until in self.known.held.items() if today < until
        }

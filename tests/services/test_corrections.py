"""Corrections: one commit for all groups, back to any earlier value, a hundred steps undone."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from easycare_desktop.domain.holdings import HoldingChangedMeanwhileError
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import (
    NothingToUndoError,
    ReasonMissingError,
    Saved,
    Typed,
    Why,
)
from easycare_desktop.services.undo_steps import STEPS_KEPT, Mark, UndoSteps
from easycare_desktop.storage.repositories.beginning import NewHolding
from tests.helpers.cases import PERSON, register

WHY = Why("이사", "주민등록등본")


def values(services: Services, person: Person, group: str = "identity") -> dict[str, str]:
    return dict(services.people.open(person.id).contents[group].values)


def save(services: Services, person: Person, why: Why = WHY, **changes: str) -> Saved:
    content = services.people.open(person.id).contents["identity"]
    fields = {name: text for name, text in {**content.values, **changes}.items() if text}
    typed = {"identity": Typed(fields, content.holding.version)}
    return services.corrections.save(person.id, typed, why)


def undo(services: Services) -> None:
    offer = services.corrections.last()
    assert offer is not None
    services.corrections.undo("되돌림", offer.number)


def test_history_says_before_after_why_evidence_who_and_when(services: Services):
    person = register(services)
    before = values(services, person)["address"]
    save(services, person, address="행복시 나눔구 가을길 3")
    (change,) = services.corrections.history(person.id)
    assert (change.group, change.field) == ("identity", "address")
    assert (change.before, change.after) == (before, "행복시 나눔구 가을길 3")
    assert (change.reason, change.evidence) == ("이사", "주민등록등본")
    assert change.account_id == services.office.actor.account_id
    assert change.changed_at == services.office.clock.now()


def test_several_groups_are_saved_together_or_not_at_all(services: Services):
    person = register(services)
    card = services.people.open(person.id)
    moved = {**card.contents["identity"].values, "address": "행복시 나눔구 겨울길 1"}
    typed = {
        "identity": Typed(moved, 1),
        "entitlement": Typed({**card.contents["entitlement"].values, "grade": "2"}, 9),
    }
    with pytest.raises(HoldingChangedMeanwhileError):
        services.corrections.save(person.id, typed, WHY)
    assert values(services, person) == dict(card.contents["identity"].values)
    assert services.corrections.history(person.id) == []
    offer = services.corrections.last()
    assert offer is not None
    assert offer.newcomer


def test_whoever_adds_a_group_later_is_told_and_none_stands_twice(services: Services):
    person = services.people.register(PersonKind.RECIPIENT, {"identity": PERSON["identity"]})
    bank = {"bank": "나눔은행", "account": "000-00-000001", "holder": "홍길순"}
    services.people.save_group(person.id, "bank", bank)
    with pytest.raises(HoldingChangedMeanwhileError):
        services.people.save_group(person.id, "bank", bank | {"account": "000-00-000002"})
    card = services.people.open(person.id)
    assert card.contents["bank"].values == bank
    assert [each.group for each in card.holdings] == ["bank", "identity"]


def test_where_two_stand_from_before_the_one_that_is_shown_is_corrected(services: Services):
    person = register(services)
    office = services.office
    fields = dict(PERSON["entitlement"])
    with office.door.enter(Action.PERSON_CORRECTED, person_id=person.id) as step:
        earlier = date(2001, 1, 2)
        new = NewHolding(person.id, "entitlement", fields | {"grade": "5"}, "law", "", earlier)
        step.uow.holdings.add([new] * 9)
    shown = services.people.open(person.id).contents["entitlement"]
    typed = {"entitlement": Typed(dict(shown.values) | {"grade": "1"}, shown.holding.version)}
    assert shown.values["grade"] == "3"
    saved = services.corrections.save(person.id, typed, WHY).contents["entitlement"]
    assert saved.holding.id == shown.holding.id
    assert values(services, person, "entitlement")["grade"] == "1"
    services.people.load_index()
    assert [line.grade for line in services.people.find("")] == ["1"]


def test_any_earlier_value_comes_back_with_a_reason(services: Services):
    person = register(services)
    first = values(services, person)["mobile"]
    for mobile in ("010-0000-0002", "010-0000-0003"):
        save(services, person, mobile=mobile)
    oldest = services.corrections.history(person.id)[-1]
    with pytest.raises(ReasonMissingError):
        services.corrections.bring_back(person.id, oldest, 3, Why())
    services.corrections.bring_back(person.id, oldest, 3, Why("잘못 고침"))
    assert values(services, person)["mobile"] == first
    newest = services.corrections.history(person.id)[0]
    assert (newest.before, newest.after, newest.reason) == ("010-0000-0003", first, "잘못 고침")
    assert [line.phone for line in services.search.find("홍길순")] == [first]


def test_the_later_of_two_windows_is_told_when_it_brings_back(services: Services):
    person = register(services)
    save(services, person, mobile="010-0000-0002")
    seen = services.corrections.history(person.id)[0]
    save(services, person, mobile="010-0000-0003")
    with pytest.raises(HoldingChangedMeanwhileError):
        services.corrections.bring_back(person.id, seen, 2, Why("늦음"))
    assert values(services, person)["mobile"] == "010-0000-0003"


def test_undoing_passes_over_what_somebody_saved_since(services: Services):
    person = register(services)
    saved = save(services, person, mobile="010-0000-0002")
    other = Services(services.office)
    save(other, person, mobile="010-0000-0003")
    with pytest.raises(HoldingChangedMeanwhileError):
        services.corrections.undo("되돌림", saved.step)
    assert values(services, person)["mobile"] == "010-0000-0003"
    with pytest.raises(NothingToUndoError):
        services.corrections.undo("되돌림", saved.step)


def test_a_notice_undoes_its_own_step_alone(services: Services):
    person = register(services)
    first = save(services, person, mobile="010-0000-0002")
    save(services, person, mobile="010-0000-0003")
    with pytest.raises(NothingToUndoError):
        services.corrections.undo("되돌림", first.step)
    assert values(services, person)["mobile"] == "010-0000-0003"


def test_a_hundred_steps_are_kept():
    steps = UndoSteps()
    for number in range(STEPS_KEPT + 20):
        steps.remember(1, [Mark(1, number + 2, number + 2)])
    kept = [steps.drop().number for _ in range(STEPS_KEPT)]
    assert kept[0] == STEPS_KEPT + 20
    assert steps.newest() is None


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(st.sampled_from(("mobile", "phone", "address")), st.integers(1, 4)),
        min_size=1,
        max_size=5,
    )
)
def test_undoing_every_step_gives_what_was_there_before(
    services: Services, changes: list[tuple[str, int]]
):
    person = register(services)
    states = [values(services, person)]
    for field, number in changes:
        text = f"행복시 나눔구 봄길 {number}" if field == "address" else f"010-0000-000{number}"
        saved = save(services, person, **{field: text})
        if saved.step:
            states.append(values(services, person))
    while len(states) > 1:
        assert values(services, person) == states.pop()
        undo(services)
    assert values(services, person) == states[0]

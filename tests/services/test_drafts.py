import pytest

from easycare_desktop.domain.merging import Merge
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import AccountState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.drafts import DraftInUseError, DraftTakenError
from easycare_desktop.storage.databases import drafts_file
from easycare_desktop.storage.keys.draft_keys import draft_keys
from easycare_desktop.storage.keys.sqlcipher import WrongKeyError, connect
from tests.helpers.cases import NAME, approved, known_person, register, settled
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome

TYPED = {"name": NAME, "memo": "쓰다 만 글"}


def test_what_is_typed_survives_closing(home: OfficeHome, services: Services):
    services.drafts.keep("person", 0, {"name": "먼저"})
    services.drafts.keep("person", 0, TYPED)
    services.office.close()
    office = home.open()
    draft = Services(office).drafts.get("person", 0)
    assert draft is not None
    assert draft.values == TYPED
    assert draft.kept_at == office.clock.now()
    office.close()


def test_drafts_are_kept_apart_by_account_window_and_subject(home: OfficeHome, services: Services):
    services.drafts.keep("person", 7, TYPED)
    assert services.drafts.get("person", 8) is None
    assert services.drafts.get("request", 7) is None
    services.office.close()
    office = home.open(CLERK, OTHERS_PASSWORD)
    assert Services(office).drafts.get("person", 7) is None
    office.close()


def test_dropped_is_dropped(services: Services):
    services.drafts.keep("person", 7, TYPED)
    services.drafts.drop("person", 7)
    assert services.drafts.get("person", 7) is None


def test_a_destruction_takes_the_drafts_that_have_to_do_with_it(services: Services):
    person = known_person(services)
    other = services.people.register(
        PersonKind.STAFF, {"identity": {"name": "다른분", "birth": "1970-02-03"}}
    ).id
    services.drafts.keep("person_form", person.id, {"identity.mobile": "010"})
    services.drafts.keep("person_form", -person.id, {"identity.name": "보호자"})
    services.drafts.keep("consent_form", other, {"memo": f"{NAME} 님의 이웃"})
    services.drafts.keep("person_form", other, {"identity.memo": "쓰다 만 글"})
    services.drafts.keep("person_form", 0, {"identity.name": "새로오실분"})
    services.destruction_run.run(approved(services, person).id)
    left = {(each.window, each.subject): each.name for each in services.drafts.all() if each.typed}
    assert left == {("person_form", other): "다른분", ("person_form", 0): "새로오실분"}


def test_the_file_of_drafts_gets_a_new_key_and_the_old_one_is_gone(services: Services):
    path = services.office.info.folder / "drafts.db"
    (old,) = draft_keys(services.office.keys)
    services.destruction_run.run(approved(services, known_person(services)).id)
    (new,) = draft_keys(services.office.keys)
    assert new != old
    connect(path, new, create=False).close()
    with pytest.raises(WrongKeyError):
        connect(path, old, create=False)


class StopError(BaseException):
    pass


@pytest.mark.parametrize(
    "place", ["add_draft_key", "_make", "sync_folder", "drop_older_draft_keys"]
)
def test_a_stop_while_the_key_is_exchanged_loses_no_draft(
    home: OfficeHome, services: Services, monkeypatch: pytest.MonkeyPatch, place: str
):
    services.drafts.keep("person", 7, TYPED)

    def stop(*_given: object, **_named: object) -> None:
        raise StopError

    with monkeypatch.context() as patch:
        patch.setattr(drafts_file, place, stop)
        with pytest.raises(StopError):
            services.office.files.renew_drafts(lambda draft: draft)
    services.office.close()
    again = Services(home.open())
    assert [each.values for each in [again.drafts.get("person", 7)] if each] == [TYPED]
    again.office.files.renew_drafts(lambda draft: draft)
    assert len(draft_keys(again.office.keys)) == 1
    assert again.drafts.get("person", 7) is not None
    again.office.close()


def test_drafts_that_cannot_be_read_stop_nobody(home: OfficeHome, services: Services):
    services.drafts.keep("person", 7, TYPED)
    folder = services.office.info.folder
    services.office.close()
    (folder / "drafts.db").write_bytes(bytes(4096))
    again = Services(home.open())
    assert again.drafts.all() == []
    again.drafts.keep("person", 7, TYPED)
    again.office.close()
    assert (folder / "drafts.broken-1.db").read_bytes() == bytes(4096)


def test_half_typed_work_is_listed_newest_first_without_empty_forms(services: Services):
    person = known_person(services)
    services.drafts.keep("consent_form", person.id, {"day": "2026"})
    services.drafts.keep("person_form", 0, {"kind": "staff", "identity.name": "새분"})
    services.drafts.keep("cancel.form", person.id, {"scope": "all", "channel": "visit"})
    first, second = services.drafts.all()
    assert {(first.window, first.kind), (second.window, second.kind)} == {
        ("person_form", "staff"),
        ("consent_form", ""),
    }
    assert {first.name, second.name} == {"새분", NAME}


def test_an_emptied_field_is_work_and_what_was_typed_over_is_not(services: Services):
    person = known_person(services)
    values = {"over.identity": "2", "over.identity.memo": "전에 적은 글", "identity.memo": ""}
    services.drafts.keep("person_form", person.id, values)
    assert [line.typed for line in services.drafts.all()] == [1]


def test_nothing_typed_stands_in_the_file(services: Services):
    services.drafts.keep("person", 7, TYPED)
    body = (services.office.info.folder / "drafts.db").read_bytes()
    assert NAME.encode() not in body
    assert not body.startswith(b"SQLite format 3")


def test_an_officer_sees_and_drops_what_an_account_that_writes_no_more_has_left(
    home: OfficeHome, services: Services
):
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    clerk.drafts.keep("person_form", 0, {"kind": "staff", "identity.name": "새분"})
    clerk.drafts.keep("settings.profile", 0, {"name": ""})
    assert clerk.drafts.left_behind() == []
    clerk.office.close()
    again = Services(home.open())
    assert again.drafts.left_behind() == []
    account = next(each for each in again.accounts.all() if each.login == CLERK)
    for stop in (
        lambda: again.accounts.set_state(account.id, AccountState.BLOCKED),
        lambda: again.accounts.set_role(account.id, Role.VIEWER),
    ):
        stop()
        (line,) = again.drafts.left_behind()
        assert (line.account, line.window, line.kind, line.typed) == (
            "김담당",
            "person_form",
            "staff",
            1,
        )
        assert line.name == ""
        again.accounts.set_state(account.id, AccountState.ACTIVE)
    again.accounts.set_role(account.id, Role.CLERK)
    with pytest.raises(DraftInUseError):
        again.drafts.drop_left(line)
    again.accounts.set_state(account.id, AccountState.LEFT)
    again.drafts.drop_left(line)
    assert again.drafts.left_behind() == []
    again.office.close()


def test_what_was_typed_before_a_merge_goes_on_with_who_was_kept(services: Services):
    kept, gone = register(services), register(services)
    values = {"over.identity": "1", "over.identity.mobile": "010-1", "identity.mobile": "010-2"}
    for subject in (gone.id, -gone.id):
        services.drafts.keep("person_form", subject, values)
    services.drafts.keep("consent_form", gone.id, {"signer": "보호자"})
    services.drafts.keep("consent_form", kept.id, {"signer": "본인"})
    merged = services.merging.merge(
        services.merging.preview(kept.id, gone.id), frozenset(), "같은 분"
    )
    lines = {(each.window, each.subject): each for each in services.drafts.all()}
    assert [each.merged for each in lines.values()].count(True) == 3
    assert {each.name for each in lines.values()} == {NAME}
    for subject in (gone.id, -gone.id):
        line = services.drafts.take_over(lines["person_form", subject])
        assert line.subject == (kept.id if subject > 0 else -kept.id)
        assert not line.merged
        assert services.drafts.get("person_form", subject) is None
        moved = services.drafts.get("person_form", line.subject)
        assert moved is not None
        assert moved.values == values | {"over.identity": "0"}
    with pytest.raises(DraftTakenError):
        services.drafts.take_over(lines["consent_form", gone.id])
    assert len(services.drafts.all()) == 4
    services.drafts.drop("consent_form", kept.id)
    assert services.drafts.take_over(lines["consent_form", gone.id]).subject == kept.id
    services.drafts.keep("person_form", gone.id, values)
    services.merging.undo(merged.id, "다른 분")
    assert not any(each.merged for each in services.drafts.all())


def test_a_draft_about_somebody_who_is_leaving_says_so(services: Services):
    person = known_person(services)
    services.drafts.keep("person_form", person.id, {"identity.mobile": "010"})
    request = settled(services, person)
    services.drafts.keep("cancel.settle", request.id, {"holder": NAME})
    assert not any(each.ended for each in services.drafts.all())
    services.decisions.decide(request.id)
    assert {each.window: each.ended for each in services.drafts.all()} == {
        "person_form": True,
        "cancel.settle": False,
    }


def test_a_draft_about_somebody_merged_twice_over_goes_with_who_was_kept(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    first, second, third = register(services), register(services), known_person(services)
    services.drafts.keep("person_form", first.id, {"identity.mobile": "010-9999-8888"})
    merge = services.merging
    merge.merge(merge.preview(second.id, first.id), frozenset(), "같은 분")
    monkeypatch.setattr(Merge, "open_on", lambda *_all: False)
    merge.merge(merge.preview(third.id, second.id), frozenset(), "같은 분")
    services.destruction_run.run(approved(services, third).id)
    assert services.drafts.all() == []

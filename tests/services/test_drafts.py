from easycare_desktop.services.bundle import Services
from tests.helpers.cases import NAME, approved, known_person
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


def test_drafts_are_emptied_by_a_destruction(services: Services):
    services.drafts.keep("person", 7, TYPED)
    services.destruction_run.run(approved(services, known_person(services)).id)
    assert services.drafts.get("person", 7) is None


def test_nothing_typed_stands_in_the_file(services: Services):
    services.drafts.keep("person", 7, TYPED)
    body = (services.office.info.folder / "drafts.db").read_bytes()
    assert NAME.encode() not in body
    assert not body.startswith(b"SQLite format 3")

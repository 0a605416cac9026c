"""Key places that were struck off: erased at hand, else open until they are no more."""

from pathlib import Path

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.parts.destruction.words import open_words
from tests.helpers.cases import approved, known_person


def struck_off(services: Services, tmp_path: Path, *, at_hand: bool) -> int:
    """Have two places, and strike the second one off."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        services.key_places.add(name, tmp_path / name)
    number = services.key_places.states()[1].id
    if not at_hand:
        (tmp_path / "two").rename(tmp_path / "away")
    assert services.key_places.remove(number) is at_hand
    return number


def certificate(services: Services, plan: Plan) -> str:
    return text_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, "기관 보관").pdf)


def test_a_place_struck_off_at_hand_holds_nothing_and_is_no_more_told(
    services: Services, tmp_path: Path
):
    struck_off(services, tmp_path, at_hand=True)
    assert list((tmp_path / "two").iterdir()) == []
    plan = approved(services, known_person(services))
    assert services.destruction_run.run(plan.id).open_points == ()
    assert "등록에서 뺀" not in certificate(services, plan)


def test_a_place_struck_off_elsewhere_is_open_until_somebody_says_it_is_gone(
    services: Services, tmp_path: Path
):
    number = struck_off(services, tmp_path, at_hand=False)
    plan = approved(services, known_person(services))
    result = services.destruction_run.run(plan.id)
    assert (result.plan.state, result.open_points) == (PlanState.PARTIAL, (f"place.{number}",))
    paper = certificate(services, plan)
    assert "바꾸지 못한 열쇠 보관처: two (등록에서 뺌)" in paper
    assert "기관이 가진 열쇠로는 열 수 없습니다" not in paper
    services.former_places.gone(number)
    again = services.destruction_run.check_again(plan.id)
    assert (again.plan.state, again.open_points) == (PlanState.DONE, ())
    assert f"뺀 날 {services.office.today().isoformat()}" in certificate(services, plan)
    assert services.former_places.all() == []


def test_a_place_struck_off_and_registered_again_is_no_more_open(
    services: Services, tmp_path: Path
):
    struck_off(services, tmp_path, at_hand=False)
    plan = approved(services, known_person(services))
    assert services.destruction_run.run(plan.id).plan.state is PlanState.PARTIAL
    services.key_places.add("다시", tmp_path / "away")
    assert not list((tmp_path / "away").rglob("keys-1.db"))
    again = services.destruction_run.check_again(plan.id)
    assert (again.plan.state, again.open_points) == (PlanState.DONE, ())
    assert "등록에서 뺀" not in certificate(services, plan)


def test_a_place_struck_off_after_it_was_brought_up_is_no_matter_of_a_destruction(
    services: Services, tmp_path: Path
):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        services.key_places.add(name, tmp_path / name)
    (tmp_path / "one").rename(tmp_path / "safe")
    plan = approved(services, known_person(services))
    assert services.destruction_run.run(plan.id).open_points == ("place.1",)
    (tmp_path / "two").rename(tmp_path / "away")
    assert not services.key_places.remove(2)
    assert services.destruction_run.check_again(plan.id).open_points == ("place.1",)
    other = approved(services, known_person(services, "다음이"))
    assert services.destruction_run.run(other.id).open_points == ("place.1", "place.2")


def test_the_words_of_what_is_open_name_no_place_that_nobody_knows(
    services: Services, tmp_path: Path
):
    number = struck_off(services, tmp_path, at_hand=False)
    (told,) = open_words([f"place.{number}"], services.key_places.states())
    assert told.startswith("등록에서 뺀 보관처에 옛 열쇠가 남아 있습니다.")

"""Two people come apart only once nothing that was moved waits to be destroyed."""

import pytest

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.planning import AlreadyPlannedError
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import PERSON, known_person

BANK = {"bank": "가상은행", "account": "123-456-789012", "holder": "홍길순"}


def test_what_waits_to_go_is_not_given_back_under_the_number_of_the_other(services: Services):
    keeper = known_person(services)
    groups = {"identity": PERSON["identity"], "bank": BANK}
    gone = services.people.register(PersonKind.RECIPIENT, groups)
    preview = services.merging.preview(keeper.id, gone.id)
    merge = services.merging.merge(preview, frozenset(), "두 번 등록함")
    moved = services.people.open(keeper.id).contents["bank"].holding
    plan = services.selection.plan_mistake(moved.id, (), "다른 분의 것")
    with pytest.raises(AlreadyPlannedError) as refused:
        services.merging.undo(merge.id, "다른 분이었음")
    assert refused.value.number == plan.number
    services.destruction.cancel(plan.id)
    services.merging.undo(merge.id, "다른 분이었음")
    assert services.people.open(gone.id).contents["bank"].holding.id == moved.id

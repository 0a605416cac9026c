"""폐업: what goes to the insurer is listed by person, also what the law alone keeps apart."""

from easycare_desktop.domain.registers import RegisterKind, Twin
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.separated import ReadingPurpose
from tests.helpers.cases import NAME, approved, known_person, register
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome
from tests.services.test_papers import words_of


def test_the_list_names_what_is_in_use_and_what_is_apart(services: Services, home: OfficeHome):
    gone, here = known_person(services), register(services, "쓰는분")
    services.destruction_run.run(approved(services, gone).id)
    box = services.registers.add(
        RegisterKind.BOX, {"label": "서류", "cabinet": "가", "key_holder": "봉열쇠"}
    )
    services.registers.put_twin(Twin(box.id, here.id))
    apart = [each for each in services.separated.list() if each.rule == "L-01"]
    assert apart
    text = words_of(services.papers.make(PaperKind.TRANSFER_LIST, 0, "폐업 이관").pdf)
    for words in ("제36조제6항", NAME, gone.number, "쓰는분", here.number, box.number, "2명"):
        assert words in text, words
    readings = services.separated.readings()
    assert {each.purpose for each in readings} == {ReadingPurpose.LAWFUL_SUBMISSION.value}
    assert len(readings) == len(apart)
    services.office.close()

    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    clerk.start()
    text = words_of(clerk.papers.make(PaperKind.TRANSFER_LIST, 0, "폐업 이관").pdf)
    assert gone.number in text
    assert NAME not in text
    assert len(clerk.separated.readings()) == len(readings)
    clerk.office.close()


def test_the_list_of_what_is_lost_is_blank(services: Services):
    text = words_of(services.papers.make(PaperKind.BLANK_LOST_LIST, 0, "폐업 이관").pdf)
    assert "분실·훼손목록표" in text
    assert "해당없음" in text

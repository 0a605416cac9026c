"""A person is registered in 기초자료 and found again by first consonants."""

from PySide6.QtCore import Qt

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

NAME = "홍길동"
MOBILE = "01099990001"
LTC = "L0000099901"
ADDRESS = "행복시 나눔구 달빛길 77"
TYPED = (
    ("people.identity.name", NAME),
    ("people.identity.birth", "410101"),
    ("people.identity.mobile", MOBILE),
    ("people.identity.address", ADDRESS),
    ("people.entitlement.ltc_number", LTC),
    ("people.entitlement.valid_from", "20250301"),
    ("people.entitlement.valid_until", "20290228"),
)


def register(scene: Scene, notes: Notes) -> None:
    """Register a recipient in the basic data."""
    scene.go("people")
    before = len(scene.services.people.find("", PersonKind.RECIPIENT))
    scene.click("people.new")
    for name, words in TYPED[:4]:
        scene.type(name, words)
    scene.choose("people.identity.sex", "남")
    scene.shot("30_register")
    _fill_entitlement(scene)
    _fill_contract(scene)
    scene.click("people.save")
    after = scene.services.people.find("", PersonKind.RECIPIENT)
    scene.check(held=len(after) == before + 1, words="one recipient more")
    line = next(each for each in after if each.name == NAME)
    notes.person_id, notes.person_number = line.id, line.person.number
    notes.values += [NAME, MOBILE, "010-9999-0001", LTC, ADDRESS, "달빛길 77"]
    scene.go("people")
    scene.type("people.search", "ㅎㄱㄷ", clear=True)
    found = scene.services.people.find("ㅎㄱㄷ")
    scene.check(held=any(each.id == line.id for each in found), words="found by consonants")
    scene.press(Qt.Key.Key_Return, "people.search")
    scene.shot("31_person")


def _fill_entitlement(scene: Scene) -> None:
    for name, words in TYPED[4:]:
        scene.type(name, words)
    scene.choose("people.entitlement.grade", "3등급")
    scene.choose("people.entitlement.copay", "일반 15%")


def _fill_contract(scene: Scene) -> None:
    scene.open_fold("people.group.care_contract.open")
    for name, words in (
        ("people.care_contract.party_name", NAME),
        ("people.care_contract.ltc_number", LTC),
        ("people.care_contract.contract_on", "20250228"),
        ("people.care_contract.starts_on", "20250304"),
    ):
        scene.type(name, words, clear=True)
    scene.choose("people.care_contract.service", "방문요양")

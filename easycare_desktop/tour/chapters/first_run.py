"""The first-run wizard makes a real office, opens it, and it is closed again."""

from easycare_desktop.documents.preview import text_of
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.tour.chapters.seal import give_seal
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.report import StepFailedError
from easycare_desktop.tour.scene import Scene
from easycare_desktop.ui.windows.wizard_window import WizardWindow

CODE = "88888000001"
LOGIN = "sun.officer"
PASSWORD = "first-run-phrase-77"  # noqa: S105 - of an office that lives as long as the tour
OFFICE = (
    ("office.office_name", "햇살방문요양센터(견학용)"),
    ("office.facility_code", CODE),
    ("office.head_name", "한대표"),
    ("office.officer_name", "한정우"),
    ("office.officer_phone", "02-000-0000"),
    ("office.phone", "02-000-0001"),
    ("office.address", "행복시 나눔구 여름로 5"),
)
PROGRAM = (
    ("vendor_name", "다정소프트(견학용)"),
    ("program_name", "이지케어"),
    ("vendor_address", "행복시 다정구 겨울로 7"),
    ("vendor_phone", "02-000-0008"),
    ("vendor_fax", "02-000-0009"),
    ("login_ids", "sun01, sun02"),
    ("contact_name", "한담당"),
    ("refund_bank", "연습은행"),
)
OFFICE_VALUES = ("햇살방문요양센터(견학용)", "한대표", "여름로 5", "다정소프트(견학용)", "겨울로 7")


def first_run(scene: Scene, notes: Notes) -> None:
    """Make an office with the first-run wizard."""
    scene.click("login.new")
    for name, words in OFFICE:
        scene.type(name, words)
    scene.shot("03_wizard_office")
    _next(scene)
    scene.choose("wizard.alone", "혼자 씁니다")
    scene.shot("04_wizard_people")
    _next(scene)
    scene.type("wizard.login", LOGIN)
    scene.type("wizard.name", "한정우", clear=True)
    scene.type("wizard.password", PASSWORD)
    scene.type("wizard.password_again", PASSWORD)
    if scene.has("wizard.passphrase_only"):
        scene.tick("wizard.passphrase_only")
    scene.shot("05_wizard_officer")
    _next(scene)
    _type_sheet_back(scene)
    folder = notes.out / "key-place" / "first-run"
    folder.mkdir(parents=True, exist_ok=True)
    scene.program.plan_file(folder)
    scene.click("wizard.place_folder")
    scene.shot("07_wizard_place")
    _next(scene)
    scene.shot("08_wizard_start")
    _next(scene)
    scene.check(held=scene.has("nav.today"), words="the new office is open")
    _judge(scene)
    scene.shot("09_new_office")
    _name_the_program(scene, notes)
    scene.program.close_office()
    scene.hand.settle()
    notes.values += [
        "햇살방문요양센터(견학용)",
        "한대표",
        "여름로 5",
        "다정소프트(견학용)",
        "겨울로 7",
    ]


def _judge(scene: Scene) -> None:
    info = scene.services.office.info
    scene.check(held=info.alone and not info.practice, words="a real office of one person")
    scene.check(held=info.store_name != "memory", words="no store in memory for a real office")
    scene.check(held=len(scene.services.key_places.states()) == 1, words="a key place")


def _name_the_program(scene: Scene, notes: Notes) -> None:
    """Say whose program the office subscribes to: its cancellation form fills itself."""
    scene.go("settings")
    scene.tab("settings.tabs", "업무 프로그램")
    for name, words in PROGRAM:
        scene.type(f"settings.program.{name}", words)
    scene.shot("09_office_program")
    scene.click("settings.program_save")
    scene.hand.settle()
    form = scene.services.papers.make(PaperKind.VENDOR_FORM, 0, "업체 제출")
    shown = text_of(form.pdf)
    filled = all(words in shown for name, words in PROGRAM if name != "program_name")
    scene.check(held=filled, words="form A of a real office is filled")
    scene.keep_paper(form, "vendor_form_real")
    give_seal(scene, notes.out)


def _next(scene: Scene) -> None:
    scene.click("wizard.next")


def _type_sheet_back(scene: Scene) -> None:
    window = scene.window
    if not isinstance(window, WizardWindow):
        raise StepFailedError("the wizard is in front")
    scene.shot("06_wizard_sheet")
    _next(scene)
    for place, group in enumerate(window.sheet.asked, 1):
        scene.type(f"wizard.typed_back_{place}", window.sheet.code.groups[group])
    _next(scene)

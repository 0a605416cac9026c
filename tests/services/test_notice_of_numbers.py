"""The notice of a correction covers what is covered on the screen."""

from easycare_desktop.documents.phrases import BACK_CHANGED
from easycare_desktop.documents.value_words import ValueWords
from easycare_desktop.domain.catalogue import FieldKind, ItemField
from easycare_desktop.domain.holdings import FieldChange
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.services.paper_values.rights_notice import told_change
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.resources import resource
from tests.helpers.offices import NOW


def told(kind: FieldKind, before: str, after: str) -> tuple[str, str]:
    catalogue = load_catalogue(resource("catalogue"), OfficeKind.AGENCY)
    fields = [field for group in catalogue.groups for field in group.fields]
    field: ItemField = next(each for each in fields if each.kind is kind)
    change = FieldChange(field.code, before, after, "", NOW, 1, 2, 1, "identity")
    found = told_change(ValueWords(catalogue), field, change)
    return found.before, found.after


def test_of_a_resident_number_the_front_alone_is_told():
    before, after = told(FieldKind.RESIDENT_NUMBER, "410305-1234567", "410305-1345678")
    assert before == "410305-1******"
    assert after == f"{before} {BACK_CHANGED}"


def test_of_an_account_the_last_digits():
    before, after = told(FieldKind.ACCOUNT, "", "11022233344455")
    assert (before, after) == ("", "**********4455")

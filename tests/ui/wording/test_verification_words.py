"""What the check of a certificate says follows from what was found."""

import pytest

from easycare_desktop.services.verification import Finding, Reason, Verdict, Verification
from easycare_desktop.ui.wording.verification import answer_words, console_lines

MADE, OTHERS = "그대로가 아닙니다", "적으신 분의 확인서가 아닙니다"


@pytest.mark.parametrize(
    ("reasons", "meaning"),
    [
        ([Reason.SIGNATURE_HOLDS, Reason.CODE_HOLDS, Reason.PERSON_DIFFERS], OTHERS),
        ([Reason.ONLY_CODE, Reason.CODE_HOLDS, Reason.PERSON_DIFFERS], OTHERS),
        ([Reason.SIGNATURE_BROKEN, Reason.PERSON_DIFFERS], MADE),
        ([Reason.LEDGER_CUT], MADE),
    ],
)
def test_a_whole_certificate_of_somebody_else_is_not_called_changed(
    reasons: list[Reason], meaning: str
):
    found = Verification(Verdict.MISMATCH, tuple(Finding(each) for each in reasons))
    word, said, todo = answer_words(found)
    assert (word, meaning in said) == ("불일치", True)
    assert "확인해 주세요" in todo
    assert console_lines(found)[:2] == [f"{word}: {said}", todo]


def test_what_fits_leaves_nothing_to_do():
    assert answer_words(Verification(Verdict.MATCH, ()))[2] == ""

from datetime import date

from easycare_desktop.services.protection import Lack, Protection
from easycare_desktop.ui.wording.backup import LACKS, LOOKS, protection_words


def test_everything_that_is_missing_has_its_words():
    for lack in Lack:
        assert len(LACKS[lack].split()) <= 15
        found = Protection((lack,), None, None, ())
        assert protection_words(found, date(2026, 11, 23))[1] == (LACKS[lack],)


def test_a_pc_that_only_looks_is_told_to_do_nothing():
    assert not any("주세요" in words for words in (LOOKS[0], *LOOKS[1]))

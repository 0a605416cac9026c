import subprocess
import sys
import unicodedata

import pytest

from easycare_desktop.security.passwords import (
    HOUSE_KDF,
    KdfOutOfBoundsError,
    KdfParameters,
    derive,
    new_salt,
)

CHEAP = KdfParameters(64, 1, 1)
SALT = b"s" * 16


def test_composed_and_decomposed_syllables_are_one_password():
    word = "비밀번호는 가을비"
    parted = unicodedata.normalize("NFD", word)
    assert parted != word
    assert derive(parted, SALT, CHEAP) == derive(word, SALT, CHEAP)


def test_every_part_counts():
    keys = {
        derive("autumn-rain", SALT, CHEAP),
        derive("autumn-raim", SALT, CHEAP),
        derive("autumn-rain", b"t" * 16, CHEAP),
        derive("autumn-rain", SALT, KdfParameters(64, 2, 1)),
        derive("autumn-rain", SALT, KdfParameters(128, 1, 1)),
    }
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}


def test_house_parameters_are_those_of_the_design():
    assert HOUSE_KDF.make == KdfParameters(memory=65536, passes=3, lanes=4)
    assert HOUSE_KDF.check(HOUSE_KDF.make) == HOUSE_KDF.make


@pytest.mark.parametrize(
    "stored",
    [
        KdfParameters(65535, 3, 4),
        KdfParameters(65536, 2, 4),
        KdfParameters(65536, 3, 0),
        KdfParameters(1 << 21, 3, 4),
        KdfParameters(65536, 13, 4),
        KdfParameters(65536, 3, 17),
        CHEAP,
    ],
)
def test_weaker_or_dearer_parameters_are_not_believed(stored: KdfParameters):
    with pytest.raises(KdfOutOfBoundsError):
        HOUSE_KDF.check(stored)


def test_salts_differ():
    assert len({new_salt() for _ in range(50)}) == 50


def test_two_at_once_come_to_an_end():
    script = (
        "import threading\n"
        "from easycare_desktop.security.passwords import HOUSE_KDF, derive, new_salt\n"
        "def work():\n"
        "    for _ in range(3): derive('x', new_salt(), HOUSE_KDF.make)\n"
        "both = [threading.Thread(target=work, daemon=True) for _ in range(2)]\n"
        "for each in both: each.start()\n"
        "for each in both: each.join(30)\n"
        "assert not any(each.is_alive() for each in both)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)

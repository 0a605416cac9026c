import secrets
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from easycare_desktop.domain.signed_facts import (
    FACT_BYTES,
    CertificateSort,
    FactsUnreadableError,
    Outcome,
    SignedFacts,
    pack,
    unpack,
)
from easycare_desktop.security import base45
from easycare_desktop.security.signed_code import (
    code_text,
    fingerprint_of,
    key_mark,
    read_code,
    sign_facts,
)
from easycare_desktop.security.signing import SignatureBrokenError, SigningKey

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
KEY = SigningKey.generate("a1b2c3d4e5f60718", NOW)
FACTS = SignedFacts(
    sort=CertificateSort.PERSON_COPY,
    outcome=Outcome.PARTIAL,
    key_mark=key_mark(KEY.certificate),
    paper="M2026-00098",
    issued_on=date(2026, 11, 23),
    subject="D2026-0012",
    count=100_000,
    generation=42,
    sequence=98,
    entry=bytes(range(10)),
    content=bytes(range(8)),
    tie=bytes(range(12)),
)


def test_facts_come_back_as_they_were():
    raw = pack(FACTS)
    assert len(raw) == FACT_BYTES
    assert unpack(raw) == FACTS


def test_a_code_holds_and_names_its_certificate():
    code = read_code(code_text(sign_facts(FACTS, KEY)))
    assert code.facts == FACTS
    assert code.is_of(KEY.certificate)
    assert fingerprint_of(KEY.certificate).startswith(key_mark(KEY.certificate).hex())
    code.check(KEY.certificate)


def test_equal_facts_give_equal_codes():
    assert sign_facts(FACTS, KEY) == sign_facts(FACTS, KEY)
    assert sign_facts(replace(FACTS, count=1), KEY) != sign_facts(FACTS, KEY)


@pytest.mark.parametrize("place", range(FACT_BYTES))
def test_every_byte_of_the_facts_is_signed(place: int):
    forged = bytearray(sign_facts(FACTS, KEY))
    forged[place] ^= 1
    try:
        code = read_code(code_text(bytes(forged)))
    except FactsUnreadableError:
        return
    with pytest.raises(SignatureBrokenError):
        code.check(KEY.certificate)


def test_another_certificate_does_not_fit():
    other = SigningKey.generate("a1b2c3d4e5f60718", NOW)
    code = read_code(code_text(sign_facts(FACTS, KEY)))
    assert not code.is_of(other.certificate)
    with pytest.raises(SignatureBrokenError):
        code.check(other.certificate)


@pytest.mark.parametrize("text", ["", "A", "https://example.kr/", "가나다", "0" * 177, "Z" * 177])
def test_what_is_no_code_is_refused(text: str):
    with pytest.raises(FactsUnreadableError):
        read_code(text)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 64, 117, 118])
def test_base45_gives_back_what_it_took(size: int):
    content = secrets.token_bytes(size)
    assert base45.decode(base45.encode(content)) == content


def test_base45_of_the_standard():
    assert base45.encode(b"Hello!!") == "%69 VD92EX0"
    assert base45.decode("QED8WEX0") == b"ietf!"
    with pytest.raises(base45.Base45Error):
        base45.decode("GGW")

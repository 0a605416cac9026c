"""Every refusal of the house has three short lines and a number."""

import importlib
import pkgutil
import re
import typing
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from inspect import Parameter, signature
from zoneinfo import ZoneInfo

import pytest

import easycare_desktop
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.validation_refusals import DigitCountError, EmailShapeError
from easycare_desktop.ui.wording.all_areas import AREAS
from easycare_desktop.ui.wording.refusals import field_words, known, words_for
from easycare_desktop.ui.wording.words import Words

FOREIGN = re.compile(r"[A-Za-z]{2,}")
ALLOWED = {"PC", "PDF", "PNG", "JPEG", "QR", "TIFF", "USB"}
SAMPLES: dict[str, object] = {
    "int": 7, "str": "2026-0012", "date": date(2026, 3, 5), "tuple[int, ...]": (0x1F600,),
    "datetime": datetime(2026, 3, 5, 9, 30, tzinfo=ZoneInfo("Asia/Seoul")),
    "tuple[int, int]": (3, 7),
}  # fmt: skip
NOT_OURS = ("easycare_desktop.__main__", "easycare_desktop.storage.migrations")


def modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(easycare_desktop.__path__, "easycare_desktop."):
        if not found.name.startswith(NOT_OURS):
            yield found.name


def below(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


def concrete() -> list[type[Refusal]]:
    for name in modules():
        importlib.import_module(name)
    ours = (kind for kind in set(below(Refusal)) if kind.__module__.startswith("easycare_desktop."))
    return sorted(
        (kind for kind in ours if kind is not InputRefusal), key=lambda kind: kind.__name__
    )


def sample(kind: type[Refusal]) -> Refusal:
    """Build a refusal with plausible attributes, read from the signature."""
    if kind.__init__ is Exception.__init__:
        return kind()
    hints = typing.get_type_hints(kind.__init__)
    given = [
        value_of(hints[name])
        for name, parameter in signature(kind).parameters.items()
        if parameter.default is Parameter.empty
        and parameter.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
    ]
    return kind(*given)


def value_of(hint: object) -> object:
    parts = [part for part in typing.get_args(hint) if part is not type(None)]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if parts and isinstance(parts[0], type) and issubclass(parts[0], Enum):
        return next(iter(parts[0]))
    name = getattr(hint, "__name__", str(hint)) if not parts else str(hint)
    return SAMPLES.get(name, {})


def faults(line: str) -> list[str]:
    """Return what is wrong with one line."""
    found = [word for word in FOREIGN.findall(line) if word not in ALLOWED]
    if not line.strip() or len(line.split()) > 15:
        found.append("length")
    if re.search(r"[{}<>]|=\s", line):
        found.append("placeholder")
    if not line.endswith((".", "세요.", "니다.")):
        found.append("end")
    return found


KINDS = concrete()


def test_the_walk_finds_refusals_of_every_floor():
    floors = {kind.__module__.split(".")[1] for kind in KINDS}
    assert {"domain", "system", "security", "storage", "documents", "services"} <= floors
    assert len(KINDS) > 90


def test_names_of_refusals_are_unique():
    names = [kind.__name__ for kind in KINDS]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_refusal_has_its_words(kind: type[Refusal]):
    assert known(kind.__name__) is not None, f"no words for {kind.__module__}.{kind.__name__}"
    words = words_for(sample(kind))
    assert [faults(line) for line in (words.happened, words.safe, words.todo)] == [[], [], []]
    assert re.fullmatch(r"[A-Z]{2}-\d{3}", words.number)


def test_no_words_are_left_without_a_refusal():
    named = [name for area in AREAS for name in area]
    assert sorted(named) == sorted(set(named))
    assert set(named) - {kind.__name__ for kind in KINDS} == set()


def test_every_number_belongs_to_one_refusal():
    numbers = [words_for(sample(kind)).number for kind in KINDS]
    assert len(numbers) == len(set(numbers))


def test_the_check_finds_what_is_wrong():
    assert "Exception" in faults("Exception이 났습니다.")
    assert "length" in faults(" ".join(["말"] * 16) + ".")
    assert "placeholder" in faults("{missing}자리가 모자랍니다.")
    assert faults("PC를 다시 켜 주세요.") == []


def test_counts_and_parts_are_said():
    assert field_words(DigitCountError(10, 11, 9)) == "숫자 1자리가 모자랍니다."
    assert field_words(DigitCountError(10, 11, 13)) == "숫자가 2자리 많습니다."
    assert "뒷부분" in field_words(EmailShapeError("domain"))


def test_a_bug_is_called_a_bug():
    words = words_for(ZeroDivisionError())
    assert words.happened.startswith("프로그램 오류입니다")
    assert isinstance(words, Words)


def test_a_typed_value_of_a_new_kind_is_still_answered():
    class Unheard(InputRefusal):
        pass

    assert "받아들이지" in field_words(Unheard())

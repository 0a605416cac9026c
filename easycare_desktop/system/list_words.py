"""Reads how lists of people are headed, from `resources/exchange/headings.toml`."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.list_words import Denials, ListWords
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.system.toml_rows import Row, read_rows


def load_list_words(folder: Path) -> Mapping[PersonKind, ListWords]:
    """Return the words by kind of person. Raises `RuleFileError`."""
    file = read_rows(folder / "headings.toml")
    every = file.inner("every")
    denials = _denials(every.inner("denials"))
    read = [_words(row, every, denials) for row in file.rows("kind")]
    every.finish()
    file.finish()
    return MappingProxyType({words.whose: words for words in read})


def _words(row: Row, every: Row, denials: Denials) -> ListWords:
    whose = row.member("code", PersonKind)
    kind = row.member("about", PersonKind) if "about" in row.names() else whose
    words, derived, assumed = row.inner("words"), row.inner("derived"), row.inner("assumed")
    read = ListWords(
        kind=kind,
        keys=tuple(tuple(_ref(row, each, kind) for each in key) for key in row.lists("keys")),
        words={_ref(words, name, kind): words.texts(name) for name in words.names()},
        choices=_choices(row.inner("choices"), kind),
        derived={
            _ref(derived, name, kind): _ref(derived, derived.text(name), kind)
            for name in derived.names()
        },
        assumed={_ref(assumed, name, kind): assumed.text(name) for name in assumed.names()},
        resident=row.texts("resident_number"),
        guardian=row.texts("guardian_above"),
        others=row.texts("others_above"),
        backs=row.texts("resident_back"),
        first=row.texts("guardian_first"),
        second=row.texts("guardian_second"),
        status=row.texts("status"),
        ended=row.texts("ended"),
        end_days=row.texts("end_days"),
        begins=row.texts("period_begins"),
        ends=row.texts("period_ends"),
        listed=whose if whose is not kind else None,
        totals=every.texts("totals"),
        asides=every.texts("aside"),
        margins=every.texts("margin"),
        blanks=every.texts("blank"),
        denials=denials,
    )
    for each in (words, derived, assumed, row):
        each.finish()
    return read


def _denials(row: Row) -> Denials:
    read = Denials(
        not_so=row.texts("not_so"),
        alone=row.texts("alone"),
        over=row.texts("over"),
        again=row.texts("again"),
        not_yet=row.texts("not_yet"),
        yet=row.texts("yet"),
        units=row.texts("units"),
    )
    row.finish()
    return read


def _choices(row: Row, kind: PersonKind) -> Mapping[FieldRef, Mapping[str, str]]:
    found: dict[FieldRef, Mapping[str, str]] = {}
    for name in row.names():
        inner = row.inner(name)
        found[_ref(row, name, kind)] = {
            word: code for code in inner.names() for word in inner.texts(code)
        }
        inner.finish()
    row.finish()
    return found


def _ref(row: Row, code: str, kind: PersonKind) -> FieldRef:
    try:
        return FieldRef.of(code, kind)
    except ValueError:
        raise row.wrong(code, "no kind of person") from None

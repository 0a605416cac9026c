"""Which values of a holding are looked for, and where: not every word is anybody's alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from easycare_desktop.domain.catalogue import FieldKind, ItemField, ItemGroup, Sensitivity

_TELLING = {
    FieldKind.NAME: "name",
    FieldKind.PHONE: "phone",
    FieldKind.ADDRESS: "address",
    FieldKind.EMAIL: "email",
    FieldKind.ACCOUNT: "account",
    FieldKind.LTC_NUMBER: "number",
    FieldKind.RESIDENT_NUMBER: "number",
    FieldKind.FOREIGNER_NUMBER: "number",
}
_TEXTS = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})
# Names of streets and of illnesses are said of many: such texts only where nobody else is written.
_SHORTEST_TEXT = 5
_OWN_WORDS = 12


@dataclass(slots=True)
class SearchedValues:
    """What to look for, gathered. `telling`: anywhere, for it belongs to one person or few.

    `words`: days of birth and texts, looked for in this program's own plain files alone;
    `sentences`: those of them that nobody else has by chance, in temporary files, too. `kinds`:
    codes of the kinds of values there are.
    """

    telling: set[str] = field(default_factory=set, repr=False)
    words: set[str] = field(default_factory=set, repr=False)
    sentences: set[str] = field(default_factory=set, repr=False)
    kinds: set[str] = field(default_factory=set)

    def add(self, group: ItemGroup, values: Mapping[str, str]) -> None:
        """Take what is worth looking for out of the values of a holding."""
        for each in group.fields:
            if text := values.get(each.code, "").strip():
                self._add(each, text)

    def add_chosen(self, texts: Iterable[str]) -> None:
        """Take the values of single items that somebody chose to delete: all of them count."""
        chosen = {text for text in texts if text}
        self.telling |= chosen
        self.kinds |= {"text"} if chosen else set()

    def _add(self, item: ItemField, text: str) -> None:
        kind = kind_of(item)
        if kind in {"birth", "text"} and len(text) >= _SHORTEST_TEXT:
            self.words.add(text)
            self.sentences |= {text} if len(text) >= _OWN_WORDS or kind == "birth" else set()
        elif kind in {"", "birth", "text"}:
            return
        else:
            self.telling.add(text)
        self.kinds.add(kind)


def kind_of(item: ItemField) -> str:
    """Return the kind of value that is looked for; empty for what says nothing of anybody."""
    if item.sensitivity is Sensitivity.UNIQUE_ID:
        return "number"
    if item.kind in _TEXTS:
        return "text"
    return "birth" if item.birth else _TELLING.get(item.kind, "")

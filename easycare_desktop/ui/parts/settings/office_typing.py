"""What is typed over the office's own data: only what differs is kept, with what stood there."""

from collections.abc import Mapping

from easycare_desktop.services.drafts import OVER
from easycare_desktop.services.office_profile import OfficeValues
from easycare_desktop.ui.parts.shared.catching_up import catch_up
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit

_VERSION = f"{OVER}version"


class OfficeTyping:
    """The fields of one item group; `before` and `version` are what is typed over."""

    def __init__(self, edits: Mapping[str, FieldEdit]) -> None:
        self._edits = edits
        self.before: Mapping[str, str] = {}
        self.version = 0

    def typed(self) -> dict[str, str]:
        """Return what is typed, field by field; empty fields are left out."""
        return {code: text for code, edit in self._edits.items() if (text := edit.text())}

    def half_typed(self) -> dict[str, str]:
        """Return every change as it is typed, and what it is typed over, for a draft."""
        kept: dict[str, str] = {}
        for code, edit in self._edits.items():
            text, before = edit.half_typed(), self.before.get(code, "")
            if text.strip() != before:
                kept[code] = text
                if before:
                    kept[f"{OVER}{code}"] = before
        return kept | {_VERSION: str(self.version)} if kept else {}

    def begin(self, stored: OfficeValues, kept: Mapping[str, str]) -> None:
        """Show what is stored, and over it what was half-typed."""
        self.before, self.version = stored.values, stored.version
        if kept:
            self.version = int(kept.get(_VERSION, "0"))
        for code, edit in self._edits.items():
            edit.put(kept.get(code, self.before.get(code, "")))
        typed = {code for code in kept if code in self._edits}
        before = {**self.before, **{code: kept.get(f"{OVER}{code}", "") for code in typed}}
        self.before = {code: text for code, text in before.items() if text}

    def typed_since(self, sent: Mapping[str, str], stored: OfficeValues) -> set[str]:
        """Return the fields that say neither what was sent to be stored nor how it was stored."""
        return {
            code
            for code, edit in self._edits.items()
            if edit.half_typed().strip() not in {sent.get(code, ""), stored.values.get(code, "")}
        }

    def settle(self, sent: Mapping[str, str], stored: OfficeValues) -> None:
        """Show what was stored of what was sent; what was typed since is typed over it."""
        since = self.typed_since(sent, stored)
        self.before, self.version = stored.values, stored.version
        for code, edit in self._edits.items():
            if code not in since:
                edit.put(stored.values.get(code, ""))

    def catch_up(self, stored: OfficeValues) -> list[str]:
        """Take in what somebody else has stored; return in words what was typed over as well."""
        before = self.before
        self.before, self.version = stored.values, stored.version
        return catch_up(self._edits, before, stored.values)

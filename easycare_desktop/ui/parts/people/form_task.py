"""What a form is for: somebody new, a new guardian of somebody, or a correction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from easycare_desktop.domain.catalogue import Basis, ItemGroup, Sensitivity
from easycare_desktop.domain.people import PersonKind, PersonNotFoundError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.ui.wording.labels import label

TIES = frozenset({"recipient_number"})
"""Fields that the tie of a guardian tells better: nobody types or reads them here."""
_NOT_OF_NEW = frozenset({"died_on"})
NOT_TYPED = frozenset({"consent_paper", "cancellation", "notice"})
_LATER = frozenset({"complaint", "care_record", "payment", "staff_check", "training", "misuse"})
_OPEN = frozenset(
    {"identity", "entitlement", "employment", "application", "enquiry", "subscription"}
)


@dataclass(frozen=True, slots=True)
class FormTask:
    """`card` where somebody is corrected, `recipient` where a guardian is added.

    `tied`: the ids of whoever is a guardian of that recipient already.
    """

    kind: PersonKind
    card: PersonCard | None = None
    recipient: PersonLine | None = None
    tied: frozenset[int] = frozenset()

    @property
    def subject(self) -> int:
        """The number under which half-typed work is kept: 0 new, negative a guardian of."""
        if self.card is not None:
            return self.card.person.id
        return -self.recipient.id if self.recipient is not None else 0

    @property
    def title(self) -> str:
        """The title of the page."""
        if self.card is not None:
            return f"{self.card.name} 님 고치기"
        if self.recipient is not None:
            return f"{self.recipient.name} 님의 보호자"
        return f"새 {label(self.kind)}"

    def stored(self, group: str) -> Mapping[str, str]:
        """Return what is stored for a group, or nothing."""
        content = self.card.contents.get(group) if self.card else None
        return content.values if content else {}

    def version(self, group: str) -> int:
        """Return the version that is stored, 0 for none."""
        content = self.card.contents.get(group) if self.card else None
        return content.holding.version if content else 0

    def groups(self, groups: Sequence[ItemGroup]) -> list[ItemGroup]:
        """Return the groups that can be typed now, in order, with what is typed of them."""
        left_out = TIES if self.card is not None else TIES | _NOT_OF_NEW
        return [
            replace(group, fields=tuple(each for each in group.fields if each.code not in left_out))
            for group in groups
            if group.code not in NOT_TYPED
            and not self._waits(group)
            and self._comes_next(group, groups)
            and (self.card is not None or group.code not in _LATER)
        ]

    def _comes_next(self, group: ItemGroup, groups: Sequence[ItemGroup]) -> bool:
        """Tell whether a further contract or licence can be typed: one after the other."""
        if not group.again_of or self.stored(group.code):
            return True
        row = [each.code for each in groups if group.again_of in {each.code, each.again_of}]
        before = row[row.index(group.code) - 1]
        return bool(self.stored(before)) or (self.card is None and before == group.again_of)

    def waiting(self, groups: Sequence[ItemGroup]) -> list[ItemGroup]:
        """Return the groups that nobody may store before a consent is on record."""
        return [group for group in groups if group.code not in NOT_TYPED and self._waits(group)]

    def unfolded(self, group: str) -> bool:
        """Tell whether a group is open from the beginning."""
        return group in _OPEN and (self.card is None or bool(self.stored(group)))

    def _waits(self, group: ItemGroup) -> bool:
        if group.basis is not Basis.CONSENT or not group.consent_purpose:
            return False
        return self.card is None or group.consent_purpose not in self.card.agreed


def task_of(services: Services, subject: int) -> FormTask:
    """Return the task of a form by the number that it is kept under.

    Raises `PersonNotFoundError` and what opening a person raises.
    """
    if not subject:
        return FormTask(services.people.kinds()[0])
    card = services.people.open(abs(subject))
    if subject > 0:
        for group in services.people.groups_for(card.person.kind):
            if group.sensitivity is Sensitivity.UNIQUE_ID and group.code in card.contents:
                services.people.note_shown(card.person.id, group.code, "form")
        return FormTask(card.person.kind, card)
    line = services.search.line(card.person.id)
    if line is None:
        raise PersonNotFoundError(card.person.id)
    tied = frozenset(each.id for each in card.guardians)
    return FormTask(PersonKind.GUARDIAN, recipient=line, tied=tied)

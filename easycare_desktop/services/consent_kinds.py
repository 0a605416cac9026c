"""Which kind of consent a purpose of the catalogue is (Act art. 22(1))."""

from easycare_desktop.documents.contents.consent_form import BlockKind
from easycare_desktop.domain.consent_purposes import ConsentPurpose


def block_kind(purpose: ConsentPurpose) -> BlockKind:
    """Return the kind of consent that a purpose asks for."""
    known = {
        "marketing": BlockKind.MARKETING,
        "unique_id": BlockKind.UNIQUE_ID,
        "third_party": BlockKind.PROVISION,
    }
    if purpose.code in known:
        return known[purpose.code]
    if purpose.separate:
        return BlockKind.SENSITIVE
    return BlockKind.REQUIRED if purpose.required else BlockKind.OPTIONAL

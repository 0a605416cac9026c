"""What is not usual, in one sentence: told under the field, never in the way."""

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.usual_lengths import Unusual
from easycare_desktop.ui.parts.shared.day_words import length


def unusual_words(found: Unusual, group: ItemGroup) -> str:
    """Return 3등급은 보통 4년이나 2년입니다. 인정서를 다시 보아 주세요."""
    choices = {code: label for field in group.fields for code, label in field.choices}
    usual = "이나 ".join(length(each) for each in found.usual)
    doubt = " (기준 확인 필요)" if found.doubtful else ""
    return f"{choices[found.choice]}은 보통 {usual}입니다{doubt}. 인정서를 다시 보아 주세요."

"""미리 보기: who appears, who disappears, what the keys have refused, before anything happens."""

from collections.abc import Sequence

from easycare_desktop.services.restore.preview import Named, Preview
from easycare_desktop.ui.parts.restore.ways import HERE, Way
from easycare_desktop.ui.parts.wizard.step import Step
from easycare_desktop.ui.widgets import Kit, card, column, holder
from easycare_desktop.ui.wording.backup import size_words

_MOST = 8
_HERE, _THERE = "이 백업으로 바꾸면 달라지는 것입니다.", "이 백업에 들어 있는 것입니다."
_FACTS = (
    *("백업한 때", "파일", "이용 중인 분"),
    *("파기해서 빠지는 항목", "분리보관으로 옮기는 항목"),
)
_RULE = (
    "백업한 뒤에 파기한 것은 돌아오지 않습니다. "
    "그 뒤의 분리보관·동의 철회·처리정지도 그대로 지킵니다."
)
_NO_PRESENT = (
    "지금 자료를 읽을 수 없어 비교하지 못했습니다.",
    "접속기록은 백업한 때까지만 남습니다. 파기한 것은 열쇠가 막습니다.",
)
_VAULT_OF_THEN = "지금의 분리보관을 읽지 못해 백업한 때의 것을 씁니다. 책임자가 확인해 주세요."
_UNPROVEN = (
    "더 새 자료가 없다는 것을 확인하지 못했습니다.",
    "모든 문서에 「최신 여부 미확인」이 찍힙니다. 책임자가 사유를 적어 끝낼 수 있습니다.",
)


class PreviewStep(Step):
    """`show_preview` fills it; nothing can be typed here."""

    title = "미리 보기"
    lead = _HERE

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.doubt = kit.banner("warn", *_UNPROVEN)
        self.newer = kit.banner("warn", "")
        self.pairs = [kit.pair(name) for name in _FACTS]
        form = kit.form(3)
        form.add(*self.pairs)
        self.gone = kit.text("", wrap=True)
        self.returned = kit.text("", wrap=True)
        self.older = kit.text("", wrap=True)
        left = card(kit.text("보이지 않게 되는 사람", "lead"), self.gone, gap=8)
        right = card(kit.text("다시 보이는 사람", "lead"), self.returned, gap=8)
        split = kit.split(holder(column(left, None)), holder(column(right, None)))
        self.compared = holder(column(split, card(self.older), gap=12))
        facts = card(form, kit.text(_RULE, wrap=True), gap=12)
        self.setLayout(column(self.newer, self.doubt, facts, self.compared, gap=12))

    def show_preview(self, told: Preview, way: Way, made_at: str, *, fresh: bool) -> None:
        """Show the difference that a prepared backup makes; what was not compared is not shown."""
        here = way is HERE
        self.lead = _HERE if here else _THERE
        blind = here and not told.present_readable
        self.doubt.say("warn", *(_NO_PRESENT if blind else _UNPROVEN))
        self.doubt.setVisible(blind or not fresh)
        self.compared.setVisible(told.present_readable)
        values = (
            made_at,
            f"{told.files:,}개 · {size_words(told.size)}",
            f"{told.people:,}명",
            f"{told.dropped:,}건",
            f"{told.separated:,}건",
        )
        for pair, value in zip(self.pairs, values, strict=True):
            pair.say(value)
        self.gone.setText(_names(told.disappear))
        self.returned.setText(_names(told.appear))
        self.older.setText(_changes(told.changed, told.served))
        apart = () if told.vault_carried or not here else (_VAULT_OF_THEN,)
        missing = (*_newer(told), *apart)
        self.newer.say("warn", *(missing or ("",)))
        self.newer.setVisible(bool(missing))


def _newer(told: Preview) -> tuple[str, ...]:
    """Say what this backup has not, and where it still is."""
    if not told.newer_only:
        return ()
    count = f"{told.newer_only:,}건"
    if told.newer_backup:
        return (
            f"이 백업에 없는 항목이 {count}입니다.",
            "더 새 백업이 있습니다. 「뒤로」에서 그것을 골라 주세요.",
        )
    if told.present_readable:
        return f"지금 자료에만 있는 항목 {count}이 없어집니다.", "먼저 지금 자료를 백업해 두세요."
    return f"나중에 적은 항목 {count}이 이 백업에 없습니다.", "더 새 백업이 있는지 찾아보세요."


def _changes(changed: int, served: int) -> str:
    """Say whose content changes, and whose stays because of what was done since."""
    goes_back = f"{changed:,}명의 내용이 백업한 때로 돌아갑니다."
    stays = f"{served:,}명은 그 뒤에 한 처리를 지켜 지금 내용을 그대로 둡니다."
    said = [words for count, words in ((changed, goes_back), (served, stays)) if count]
    return " ".join(said) or "내용이 달라지는 분은 없습니다."


def _names(people: Sequence[Named]) -> str:
    if not people:
        return "없습니다."
    lines = [f"{each.name} ({each.number})".strip() for each in people[:_MOST]]
    more = len(people) - _MOST
    return "\n".join([*lines, f"… 그 밖에 {more:,}명"] if more > 0 else lines)

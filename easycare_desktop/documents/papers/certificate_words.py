"""The sentences of the 파기확인서: they say what was recorded and no more."""

from easycare_desktop.documents.contents.destruction_certificate import (
    CertificateState,
    DestructionCertificate,
    KeyRun,
)
from easycare_desktop.documents.layout.words import day
from easycare_desktop.documents.left_words import held_count, mentions_listed, mentions_stay
from easycare_desktop.documents.search_words import SEARCH_CLOSED, open_searches

STATE_WORDS = {
    CertificateState.COMPLETE: "완료",
    CertificateState.PARTIAL: "일부 완료",
    CertificateState.FAILED: "실패",
}
CANNOT_PROVE = (
    "손으로 베끼거나 프로그램 밖에서 복사한 파일",
    "윈도우 복원 지점과 시스템 이미지, 최대 절전 파일",
    "SSD의 예비 영역에 남은 조각",
    "화면을 찍은 사진",
    "옛 열쇠 사본과 그때의 비상 열쇠 종이를 함께 가지고 있는 경우",
)
CLOSING = {
    CertificateState.COMPLETE: "위와 같이 개인정보를 파기하였음을 확인합니다.",
    CertificateState.PARTIAL: "위와 같이 개인정보를 파기하였고 아직 남은 일이 있음을 확인합니다.",
    CertificateState.FAILED: "",
}
_POINTS_IN_BANNER = 5


def banner_lines(value: DestructionCertificate) -> list[str]:
    """Return what stands beside the state, the open points last."""
    if value.state is CertificateState.FAILED:
        return ["파기를 마치지 못하였습니다.", value.failure]
    done = f"항목 {len(value.groups)}가지, 열쇠 {value.run.removed:,}개를 파기하였습니다."
    if value.search_closed:
        done = f"{done} {SEARCH_CLOSED}"
    left = [held_count(value.held)] if value.held else []
    left += [mentions_stay(value.mentions_found)] if value.mentions_found else []
    if value.state is CertificateState.COMPLETE:
        places = len(value.key_places)
        checked = f"등록한 열쇠 보관처 {places}곳이 모두 바뀌었고, 확인할 것을 모두 확인하였습니다."
        return [done, *left, checked]
    points = open_points(value)
    shown = [f"· {point}" for point in points[:_POINTS_IN_BANNER]]
    more = len(points) - len(shown)
    more_said = [f"· 그 밖에 {more}가지"] if more else []
    return [done, *left, "아직 남은 일이 있습니다.", *shown, *more_said]


def open_points(value: DestructionCertificate) -> list[str]:
    """Return what keeps the paper from saying 완료."""
    points = [f"바꾸지 못한 열쇠 보관처: {p.label}" for p in value.key_places if not p.replaced_at]
    if not value.key_places:
        points.append("등록한 열쇠 보관처가 없음")
    if not value.run.erased:
        points.append("이 PC의 옛 열쇠 세대가 아직 지워지지 않음")
    if value.run.errors:
        points.append(f"오류 {value.run.errors}건")
    if not value.search_closed:
        points += open_searches(value)
    points += [
        f"{line.place}: 표본을 찾지 못하여 검색을 믿을 수 없음"
        for line in value.searches
        if not line.control_found
    ]
    points += [f"확인하지 않은 사본: {each.label}" for each in value.outside if not each.done]
    return points or ["책임자가 아직 확인하지 않음"]


def cannot_prove(value: DestructionCertificate) -> list[str]:
    """Return what the certificate does not prove; places that were lost are told one by one."""
    lost = [
        f"잃어버린 열쇠 보관처(제{generation}세대)와 그때의 비상 열쇠 종이를 주운 경우"
        for generation in value.lost_places
    ]
    gone = [
        f"기관이 없앴다고 적은, 등록에서 뺀 열쇠 보관처(뺀 날 {day(each.on)})가 남아 있는 경우"
        for each in value.struck_off
        if each.said_gone
    ]
    named = [mentions_listed(value.mentions_found)] if value.mentions_found else []
    return [*CANNOT_PROVE, *lost, *gone, *named]


def method_lines(value: DestructionCertificate) -> list[str]:
    """Return how the data was destroyed and what that means for backups."""
    run = value.run
    if value.state is CertificateState.FAILED:
        return [
            f"제{run.before}세대의 열쇠를 없애는 파기를 시작하였으나 마치지 못하였습니다.",
            "끝낼 때까지 이 확인서로는 파기를 증명하지 못합니다.",
        ]
    return [
        (
            f"자료를 여는 암호 열쇠 {run.removed:,}개를 새 열쇠 세대에 옮기지 않는 방법으로 "
            f"파기하였습니다 (제{run.before}세대 → 제{run.after}세대)."
        ),
        (
            f"새 세대를 따로 열어, 남은 열쇠 {run.compared:,}개를 파기한 열쇠와 비교하였습니다. "
            f"같은 것은 없었고, 남은 항목 {run.living_opened:,}건은 모두 열렸습니다."
        ),
        _old_generation(run),
        _backups(value),
    ]


def _old_generation(run: KeyRun) -> str:
    if run.erased:
        return f"제{run.before}세대 열쇠 파일과 그 장치 열쇠는 이 PC에서 지웠습니다."
    return f"제{run.before}세대 열쇠 파일은 이 PC에서 아직 지워지지 않았습니다."


def _backups(value: DestructionCertificate) -> str:
    count = f" {value.data_backups}개" if value.data_backups else ""
    stays = f"자료 백업{count}에는 암호문이 남아 있을 수 있습니다."
    waiting = [place.label for place in value.key_places if not place.replaced_at]
    waiting += [day(each.on) for each in value.struck_off if not each.said_gone]
    if waiting or not value.key_places or not value.run.erased:
        return f"{stays} 옛 열쇠가 남은 곳을 바꾸기 전에는 그 열쇠로 열릴 수 있습니다."
    if value.lost_places:
        return f"{stays} 잃어버린 보관처에 남은 옛 열쇠로는 열릴 수 있습니다."
    return f"{stays} 기관이 가진 열쇠로는 열 수 없습니다."

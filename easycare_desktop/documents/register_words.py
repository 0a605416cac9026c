"""The Korean words of the registers: kinds, states and methods."""

from enum import Enum

from easycare_desktop.domain.registers import DisposalMethod, RegisterKind, RegisterState

REGISTER_WORDS: dict[Enum, str] = {
    RegisterKind.BOX: "서류함",
    RegisterKind.MEDIUM: "저장매체",
    RegisterKind.OUTSIDE: "바깥 사본",
    RegisterState.IN_USE: "사용 중",
    RegisterState.DESTROYED: "파기함",
    RegisterState.SOLD: "매각·양도함",
    DisposalMethod.SHREDDED: "파쇄",
    DisposalMethod.BURNT: "소각",
    DisposalMethod.DISSOLVED: "용해",
    DisposalMethod.CRUSHED: "물리 파괴",
    DisposalMethod.DEGAUSSED: "소자",
    DisposalMethod.PUNCHED: "천공",
    DisposalMethod.DELETED: "삭제 확인",
}

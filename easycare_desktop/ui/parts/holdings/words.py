"""The words of 보유·분리보관."""

from easycare_desktop.services.separated import ReadingPurpose

PURPOSES = {
    ReadingPurpose.LAWFUL_SUBMISSION: "법에 따라 관청에 낼 때",
    ReadingPurpose.DISPUTE: "다툼이 생겼을 때",
    ReadingPurpose.OWN_ACCESS_REQUEST: "본인이 열람을 요구할 때",
}


def purpose_words(code: str) -> str:
    """Return the words of a recorded purpose."""
    return PURPOSES[ReadingPurpose(code)]

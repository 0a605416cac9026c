"""What is said under the password of somebody whose login is known already."""

from easycare_desktop.services.session import TooManyTriesError, WrongLoginError
from easycare_desktop.ui.wording.refusals import words_for


def password_words(refusal: Exception) -> str:
    """Return the sentences for a refused password; of other refusals what happened."""
    if isinstance(refusal, WrongLoginError):
        times = f" {refusal.tries}번째입니다." if refusal.tries > 1 else ""
        return f"비밀번호가 맞지 않습니다.{times}"
    words = words_for(refusal)
    if isinstance(refusal, TooManyTriesError):
        return f"{words.happened} {words.todo}"
    return words.happened

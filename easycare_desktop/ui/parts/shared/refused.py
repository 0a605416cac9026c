"""What a rule did not allow, said to the person or under a field."""

from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.ui.messages import Messages, Trouble
from easycare_desktop.ui.wording.refusals import field_words, words_for

__all__ = ["field_words", "tell", "tell_error", "understood"]


def tell(messages: Messages, title: str, refusal: Refusal) -> None:
    """Show a refusal in its three lines under `title`."""
    words = words_for(refusal)
    messages.refuse(Trouble(title, words.happened, words.safe, words.todo, words.number))


def tell_error(messages: Messages, title: str, error: Exception) -> None:
    """Show a refusal that came back from background work; raise whatever is not one."""
    if not isinstance(error, Refusal):
        raise error
    tell(messages, title, error)


def understood(refusal: Refusal) -> str:
    """Return the sentence under a field for what was typed there."""
    if isinstance(refusal, InputRefusal):
        return field_words(refusal)
    return words_for(refusal).happened

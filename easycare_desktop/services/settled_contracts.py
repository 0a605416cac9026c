"""Contracts that are over and settled are looked after no more, those of older programs too."""

from easycare_desktop.services.door import Step

_DONE = "watched.settled"


def forget_settled(step: Step) -> int:
    """Once an office, take the days of settled contracts out of what signals are told from.

    Return how many there were.
    """
    if step.uow.meta.get(_DONE, ""):
        return 0
    step.uow.meta.put(_DONE, "1")
    return step.uow.many.forget_settled()

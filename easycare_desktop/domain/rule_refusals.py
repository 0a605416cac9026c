"""What the rules of law and the catalogue say no to."""

from datetime import date

from easycare_desktop.domain.refusals import Refusal


class NotInCatalogueError(Refusal):
    """The catalogue has no such item group, field or purpose, so nothing of it may be stored."""

    def __init__(self, code: str, field: str = "") -> None:
        super().__init__(code, field)
        self.code = code
        self.field = field


class UnknownRuleError(Refusal):
    """No row of law in force carries this code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class RuleFileError(Refusal):
    """A file of rules or catalogue cannot be read, or one of its rows contradicts itself."""

    def __init__(self, file_name: str, row: str = "", reason: str = "") -> None:
        super().__init__(file_name, row, reason)
        self.file_name = file_name
        self.row = row
        self.reason = reason


class EventDayMissingError(Refusal):
    """A period of law counts from an event whose day nobody has entered yet."""

    def __init__(self, group: str, rule: str, event: str) -> None:
        super().__init__(group, rule, event)
        self.group = group
        self.rule = rule
        self.event = event


class RetentionNotExpiredError(Refusal):
    """The law (or the published policy) still keeps this item group."""

    def __init__(self, group: str, rule: str, until: date) -> None:
        super().__init__(group, rule, until)
        self.group = group
        self.rule = rule
        self.until = until

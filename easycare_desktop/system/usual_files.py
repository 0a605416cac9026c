"""Reads how long things usually are from `resources/rules/usual_lengths.toml`."""

from pathlib import Path
from types import MappingProxyType

from easycare_desktop.domain.law import Deadlines
from easycare_desktop.domain.rule_refusals import UnknownRuleError
from easycare_desktop.domain.usual_rules import UsualLength
from easycare_desktop.system.toml_rows import Row, read_rows


def load_usual_lengths(folder: Path, deadlines: Deadlines) -> tuple[UsualLength, ...]:
    """Read every row. Raises `RuleFileError`, also where a deadline that is named is missing."""
    file = read_rows(folder / "usual_lengths.toml")
    rules = tuple(_rule(row, deadlines) for row in file.rows("usual"))
    file.finish()
    return rules


def _rule(row: Row, deadlines: Deadlines) -> UsualLength:
    inner = row.inner("of")
    of = {choice: inner.text(choice) for choice in inner.names()}
    inner.finish()
    rule = UsualLength(
        code=row.text("code"),
        group=row.text("group"),
        first=row.text("first"),
        last=row.text("last"),
        by=row.text("by"),
        always=row.texts("always"),
        of=MappingProxyType(of),
        margin=row.text("margin"),
    )
    row.finish()
    for code in (*rule.always, *of.values(), rule.margin):
        try:
            deadlines.get(code)
        except UnknownRuleError:
            raise row.wrong("code", f"no deadline {code}") from None
    return rule

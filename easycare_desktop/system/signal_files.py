"""Reads the rules of what an office keeps an eye on from `resources/rules/signals.toml`."""

from dataclasses import replace
from pathlib import Path

from easycare_desktop.domain.law import Deadlines, Mark
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rule_refusals import UnknownRuleError
from easycare_desktop.domain.signal_rules import SignalRule, SignalTopic
from easycare_desktop.system.toml_rows import Row, read_rows


def load_signal_rules(folder: Path, deadlines: Deadlines) -> tuple[SignalRule, ...]:
    """Read every rule. Raises `RuleFileError`, also where a deadline that is named is missing."""
    file = read_rows(folder / "signals.toml")
    rules = [_window(row, deadlines) for row in file.rows("window")]
    rules += [_repeat(row, deadlines) for row in file.rows("repeat")]
    rules += [_present(row) for row in file.rows("present")]
    file.finish()
    return tuple(rules)


def _window(row: Row, deadlines: Deadlines) -> SignalRule:
    opens, closes = row.text("opens"), row.text("closes", "")
    return _rule(row, deadlines, field=row.text("field"), opens=opens, closes=closes)


def _repeat(row: Row, deadlines: Deadlines) -> SignalRule:
    since = row.texts("since")
    if len(since) != 2:  # noqa: PLR2004 - item group and field
        raise row.wrong("since", "an item group and a field")
    every, lead = row.text("every"), row.text("lead")
    return _rule(
        row,
        deadlines,
        field=row.text("field"),
        since=(since[0], since[1]),
        every=every,
        lead=lead,
    )


def _present(row: Row) -> SignalRule:
    law, article = row.text("law"), row.text("article")
    row.day("checked_on")
    doubtful = row.member("mark", Mark) is Mark.MEMORY
    rule = _rule(row, None, field=row.text("field", ""), doubtful=doubtful)
    return replace(rule, law=law, article=article)


def _rule(
    row: Row,
    deadlines: Deadlines | None,
    *,
    field: str,
    since: tuple[str, str] = ("", ""),
    opens: str = "",
    closes: str = "",
    every: str = "",
    lead: str = "",
    doubtful: bool = False,
) -> SignalRule:
    rule = SignalRule(
        code=row.text("code"),
        label=row.text("label"),
        topic=row.member("topic", SignalTopic),
        persons=row.members("persons", PersonKind),
        group=row.text("group"),
        field=field,
        jobs=frozenset(row.texts("jobs")) if row.has("jobs") else frozenset(),
        since=since,
        opens=opens,
        closes=closes,
        every=every,
        lead=lead,
        doubtful=doubtful,
    )
    row.finish()
    if deadlines is not None:
        for code in filter(None, (opens, closes, every, lead)):
            try:
                deadlines.get(code)
            except UnknownRuleError:
                raise row.wrong("code", f"no deadline {code}") from None
    return rule

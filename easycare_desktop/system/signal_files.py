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
    rules += [_report(row, deadlines) for row in file.rows("report")]
    rules += [_present(row) for row in file.rows("present")]
    rules += [_under(row) for row in file.rows("under")]
    file.finish()
    return tuple(rules)


def _window(row: Row, deadlines: Deadlines) -> SignalRule:
    opens, closes = row.text("opens"), row.text("closes", "")
    rule = replace(_rule(row), field=row.text("field"), opens=opens, closes=closes)
    return _finished(row, rule, deadlines)


def _repeat(row: Row, deadlines: Deadlines) -> SignalRule:
    rule = replace(
        _rule(row),
        field=row.text("field"),
        since=_place(row, "since"),
        ends=_place(row, "ends") if row.has("ends") else ("", ""),
        every=row.text("every"),
        lead=row.text("lead"),
        hours=row.text("hours", ""),
        needed=row.number("needed", 0),
    )
    return _finished(row, rule, deadlines)


def _report(row: Row, deadlines: Deadlines) -> SignalRule:
    rule = replace(
        _rule(row), field=row.text("field"), within=row.text("within"), told=row.text("told")
    )
    return _finished(row, rule, deadlines)


def _present(row: Row) -> SignalRule:
    rule = replace(_rule(row), field=row.text("field", ""), also=row.texts("also"))
    return _by_law(row, rule)


def _under(row: Row) -> SignalRule:
    return _by_law(row, replace(_rule(row), field=row.text("field"), under=row.number("years")))


def _by_law(row: Row, rule: SignalRule) -> SignalRule:
    law, article = row.text("law"), row.text("article")
    checked_on = row.day("checked_on")
    doubtful = row.member("mark", Mark) is Mark.MEMORY
    row.finish()
    return replace(rule, law=law, article=article, checked_on=checked_on, doubtful=doubtful)


def _place(row: Row, key: str) -> tuple[str, str]:
    named = row.texts(key)
    if len(named) != 2:  # noqa: PLR2004 - item group and field
        raise row.wrong(key, "an item group and a field")
    return named[0], named[1]


def _rule(row: Row) -> SignalRule:
    return SignalRule(
        code=row.text("code"),
        label=row.text("label"),
        topic=row.member("topic", SignalTopic),
        persons=row.members("persons", PersonKind),
        group=row.text("group"),
        jobs=frozenset(row.texts("jobs")) if row.has("jobs") else frozenset(),
    )


def _finished(row: Row, rule: SignalRule, deadlines: Deadlines) -> SignalRule:
    row.finish()
    for code in rule.deadlines:
        try:
            deadlines.get(code)
        except UnknownRuleError:
            raise row.wrong("code", f"no deadline {code}") from None
    return rule

"""Every use case goes through the one door; nothing else begins or ends a transaction."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.domain.rights import Action
from tests.architecture.source import PACKAGE, dotted, nodes, place, python_files, rooms, tree

DOOR = PACKAGE / "services" / "door.py"
OPENING = PACKAGE / "services" / "offices.py"
TRANSACTIONS = {"office", "separated", "drafts", "begin", "commit", "rollback", "execute"}
BEFORE_ANYBODY = {"named_value", "set_named_value"}
RESTORING = PACKAGE / "services" / "restore" / "data_room.py"
OPENED_BY = {
    "UnitOfWork": {DOOR},
    "OfficeFiles": {OPENING, RESTORING},
    "Door": {PACKAGE / "services" / "office.py", RESTORING},
}
BEHIND_THE_DOOR = re.compile(r"\b_?(keys|files|uow|storage|door)\b")
USE_CASES = ("Service", "Run", "Search")


@dataclass(frozen=True)
class Method:
    """What one method of a use case does by itself, and which of its own it calls."""

    where: str
    name: str
    enters: bool
    in_a_step: bool
    touches: bool
    calls: frozenset[str]


def read_method(path: Path, node: ast.FunctionDef) -> Method:
    chains = {dotted(each) for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    return Method(
        where=place(path, node.lineno),
        name=node.name,
        enters=any(chain.endswith("door.enter") for chain in chains),
        in_a_step=any(each.arg in {"step", "_step", "uow"} for each in node.args.args),
        touches=any(BEHIND_THE_DOOR.search(chain) for chain in chains),
        calls=frozenset(chain.split(".")[1] for chain in chains if chain.startswith("self.")),
    )


def use_cases(path: Path) -> Iterator[tuple[str, dict[str, Method]]]:
    """Yield the name and the methods of every use case class of a file."""
    for owner in tree(path).body:
        if isinstance(owner, ast.ClassDef) and owner.name.endswith(USE_CASES):
            functions = [node for node in owner.body if isinstance(node, ast.FunctionDef)]
            yield owner.name, {node.name: read_method(path, node) for node in functions}


def reached(method: Method, known: dict[str, Method]) -> list[Method]:
    """Return the method and those of the same object that it calls, at any depth."""
    seen: dict[str, Method] = {}
    todo = [method]
    while todo:
        here = todo.pop()
        if here.name not in seen:
            seen[here.name] = here
            todo += [known[call] for call in here.calls if call in known]
    return list(seen.values())


def round_the_door(path: Path) -> list[str]:
    """Return the public methods that reach behind the door without entering it."""
    found = []
    for owner, known in use_cases(path):
        for method in known.values():
            if method.name.startswith("_") or method.in_a_step:
                continue
            ways = reached(method, known)
            if any(way.touches for way in ways) and not any(way.enters for way in ways):
                found.append(f"{method.where} {owner}.{method.name}")
    return found


def own_transactions(path: Path) -> list[str]:
    """Return every place that begins or ends a transaction, or opens the files, by itself."""
    found = []
    for node in nodes(path):
        if not isinstance(node, ast.Call):
            continue
        name = dotted(node.func).split(".")[-1]
        if isinstance(node.func, ast.Attribute):
            begins = name in TRANSACTIONS and not node.args and not node.keywords
            bad = (begins and path != DOOR) or (name in BEFORE_ANYBODY and path != OPENING)
        else:
            bad = path not in OPENED_BY.get(name, {path})
        if bad:
            found.append(f"{place(path, node.lineno)} {name}")
    return found


def storage_imports(path: Path) -> list[str]:
    return [
        place(path, node.lineno)
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("easycare_desktop.storage")
    ]


def entered_actions() -> set[str]:
    """Return the names of the actions that services name."""
    return {
        node.attr
        for path in python_files(*rooms("services"))
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and dotted(node).startswith("Action.")
    }


def test_every_use_case_enters_the_door():
    found = [where for path in python_files(*rooms("services")) for where in round_the_door(path)]
    assert not found, "\n".join(found)


def test_the_use_cases_are_seen():
    known = dict(each for path in python_files(*rooms("services")) for each in use_cases(path))
    assert {"PeopleService", "ConsentService", "DestructionRun", "PaperService"} <= set(known)
    assert sum(way.enters for methods in known.values() for way in methods.values()) > 50


def test_only_the_door_opens_a_transaction():
    found = [where for path in python_files(*rooms("services")) for where in own_transactions(path)]
    assert not found, "\n".join(found)


def test_every_action_is_used():
    assert {action.name for action in Action} == entered_actions()


def test_screen_and_tour_never_touch_storage():
    found = [
        where for path in python_files(*rooms("ui", "tour")) for where in storage_imports(path)
    ]
    assert not found, "\n".join(found)


def test_offenders_would_be_found(tmp_path: Path):
    planted = tmp_path / "planted.py"
    planted.write_text(
        "from easycare_desktop.storage.unit_of_work import UnitOfWork\n"
        "class PlantedService:\n"
        "    def round(self):\n"
        "        return self._inner()\n"
        "    def _inner(self):\n"
        "        return self._office.keys.accounts()\n"
        "    def through(self):\n"
        "        with self._door.enter(Action.X) as step:\n"
        "            return step.uow\n"
        "    def pure(self):\n"
        "        return self._office.today()\n"
        "    def sneaks(self):\n"
        "        with self._office.files.office() as connection:\n"
        "            UnitOfWork(connection)\n"
    )
    assert round_the_door(planted) == [
        "planted.py:3 PlantedService.round",
        "planted.py:12 PlantedService.sneaks",
    ]
    assert own_transactions(planted) == ["planted.py:13 office", "planted.py:14 UnitOfWork"]
    assert storage_imports(planted) == ["planted.py:1"]

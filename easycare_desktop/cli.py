"""Commands of the program. Each imports its room only when it is asked for."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

_PATIENCE = 30.0
_PAGES = ("today", "people", "cancel", "keys")


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit status."""
    if not arguments:
        return _run(practice=False)
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.command == "verify" and asked.file is None and not asked.window:
        parser.error("verify: which file?")
    acts = {
        "run": _run_asked,
        "tour": _tour,
        "self-check": _self_check,
        "verify": _verify_in_window if getattr(asked, "window", False) else _verify,
        "quit": _quit,
        "leave": _leave,
    }
    return acts[asked.command](asked)


def _parser() -> "argparse.ArgumentParser":
    import argparse

    parser = argparse.ArgumentParser(prog="easycare_desktop")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="open the program")
    run.add_argument("--practice", action="store_true", help="with a practice office")
    run.add_argument("--page", choices=_PAGES, default="", help="where to go after signing in")
    commands.add_parser("quit", help="let the running program keep everything and end")
    leave = commands.add_parser("leave", help="take the offices off this PC, for the uninstaller")
    leave.add_argument("how", choices=("backup", "certificate"))
    leave.add_argument("--answers", type=Path, help="a JSON file instead of windows; it is erased")
    tour = commands.add_parser("tour", help="drive the main job through the real windows")
    tour.add_argument("--out", type=Path, required=True, help="an empty or new folder")
    tour.add_argument("--people", type=int, default=120, help="recipients in the practice office")
    tour.add_argument("--seed", type=int, default=7)
    tour.add_argument("--leave-out", action="append", default=[], help="the name of a chapter")
    verify = commands.add_parser("verify", help="check a certificate or a ledger, office closed")
    verify.add_argument(
        "file", type=Path, nargs="?", help="PDF, PNG or JPEG of a certificate, or a ledger"
    )
    verify.add_argument("--certificate", type=Path, help="certificate of the office (PEM)")
    verify.add_argument("--window", action="store_true", help="show the answer in a window")
    verify.add_argument("--ledger", type=Path, help="ledger.jsonl of the office")
    verify.add_argument("--person", nargs=3, metavar=("NAME", "NUMBER", "SALT"))
    check = commands.add_parser("self-check", help="prove that everything needed is there")
    check.add_argument("result", type=Path, nargs="?", help="write the result here as JSON")
    return parser


def _run(*, practice: bool, page: str = "") -> int:
    # Nothing that a start makes is garbage; with the first window the `Collector` takes over.
    gc.disable()
    from easycare_desktop.ui.toolkit import take_plain

    take_plain()
    from easycare_desktop.app import run

    return run(practice=practice, page=page)


def _run_asked(asked: "argparse.Namespace") -> int:
    return _run(practice=asked.practice, page=asked.page)


def _quit(_: "argparse.Namespace") -> int:
    from easycare_desktop.app import ask_to_quit

    return 0 if ask_to_quit(_PATIENCE) else 1


def _leave(asked: "argparse.Namespace") -> int:
    from easycare_desktop.app.leaving import leave

    return leave(asked.how, asked.answers)


def _tour(asked: "argparse.Namespace") -> int:
    from easycare_desktop.ui.toolkit import take_plain

    take_plain()
    from easycare_desktop.app import tour

    left_out = frozenset(asked.leave_out)
    return tour(asked.out, people=asked.people, seed=asked.seed, left_out=left_out)


def _self_check(asked: "argparse.Namespace") -> int:
    import json

    from easycare_desktop.app import check_this_pc

    result = check_this_pc()
    text = json.dumps(result, ensure_ascii=False, indent=1)
    if asked.result is not None:
        asked.result.write_text(text, "utf-8")
    if sys.stdout is not None:
        print(text)
    return 0 if all(result["checks"].values()) else 1


def _verify_in_window(asked: "argparse.Namespace") -> int:
    from easycare_desktop.app import verify_in_window

    return verify_in_window(asked.file)


def _verify(asked: "argparse.Namespace") -> int:
    """Exit status 0: everything fits; 1: something does not; 3: it cannot be told."""
    from easycare_desktop.domain.refusals import Refusal
    from easycare_desktop.services import handed_in, verification
    from easycare_desktop.ui.wording.refusals import words_for
    from easycare_desktop.ui.wording.verification import (
        console_lines,
        verdict_line,
    )

    person = handed_in.PersonSaid(*asked.person) if asked.person else None
    try:
        alone = handed_in.role_of(asked.file) is handed_in.FileRole.LEDGER
        found = handed_in.check(
            handed_in.HandedIn(
                paper=None if alone else asked.file,
                certificate=asked.certificate,
                ledger=asked.file if alone else asked.ledger,
                person=person,
            )
        )
        verdict, lines = found.verdict, console_lines(found)
    except Refusal as refusal:
        verdict = verification.Verdict.UNCLEAR
        words = words_for(refusal)
        lines = [verdict_line(verdict), f"- {words.happened}", f"- {words.todo}"]
    if sys.stdout is not None:
        print("\n".join(lines))
    return {verification.Verdict.MATCH: 0, verification.Verdict.MISMATCH: 1}.get(verdict, 3)

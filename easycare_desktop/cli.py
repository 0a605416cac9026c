"""Commands of the program: run, tour, self-check. Each imports its room only when asked for."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str]) -> int:
    """Run one command; return its exit status."""
    asked = _parser().parse_args(arguments or ["run"])
    if asked.command == "tour":
        return _tour(asked)
    if asked.command == "self-check":
        return _self_check(asked)
    return _run(asked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="easycare_desktop")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="open the program")
    run.add_argument("--practice", action="store_true", help="with a practice office")
    tour = commands.add_parser("tour", help="drive the main job through the real windows")
    tour.add_argument("--out", type=Path, required=True, help="an empty or new folder")
    tour.add_argument("--people", type=int, default=120, help="recipients in the practice office")
    tour.add_argument("--seed", type=int, default=7)
    check = commands.add_parser("self-check", help="prove that everything needed is there")
    check.add_argument("result", type=Path, nargs="?", help="write the result here as JSON")
    return parser


def _run(asked: argparse.Namespace) -> int:
    from easycare_desktop.app import run  # noqa: PLC0415 - the login window comes first

    return run(practice=asked.practice)


def _tour(asked: argparse.Namespace) -> int:
    from easycare_desktop.app import tour  # noqa: PLC0415 - only for this command

    return tour(asked.out, people=asked.people, seed=asked.seed)


def _self_check(asked: argparse.Namespace) -> int:
    from easycare_desktop.self_check import self_check  # noqa: PLC0415 - only for this command

    result = self_check()
    text = json.dumps(result, ensure_ascii=False, indent=1)
    if asked.result is not None:
        asked.result.write_text(text, "utf-8")
    if sys.stdout is not None:
        print(text)
    return 0 if all(result["checks"].values()) else 1

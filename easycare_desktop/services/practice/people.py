"""Made-up people from a seed: obviously fictitious, always the same for the same seed."""

import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

_KNOWN_YEARS = 3
_WITH_PHOTOS = 0.4
_WITH_COMPLAINT = 0.15


@dataclass(frozen=True, slots=True)
class Invented:
    """A made-up person: values by item group, as a clerk would have typed them."""

    registered_on: date
    values: Mapping[str, Mapping[str, str]]
    guardians: tuple["Invented", ...] = field(default=())


class Inventor:
    """Makes people up from the words in `resources/practice/people.toml`."""

    def __init__(
        self, folder: Path, seed: int, today: date, other: "Inventor | None" = None
    ) -> None:
        self.seed = seed
        self.words: dict[str, Any] = tomllib.loads((folder / "people.toml").read_text("utf-8"))
        self._random = random.Random(seed)  # noqa: S311 - made-up people, no secret
        self._today = today
        self._names = other.names if other else self._shuffled_names()
        self._serial = 5000 if other else 0

    @property
    def names(self) -> list[str]:
        """The names that are left; two inventors may draw from one list."""
        return self._names

    def recipient(self, earlier: timedelta = timedelta()) -> Invented:
        """Return a recipient with all that is usual; `earlier`: so much longer ago than usual."""
        name = self._name()
        started = self._day_between(_KNOWN_YEARS * 365, 40) - earlier
        entitlement = self._entitlement(started)
        values: dict[str, Mapping[str, str]] = {
            "identity": self._identity(name, 70, 96),
            "entitlement": entitlement,
            "care_contract": self._contract(name, started, entitlement),
            "care_record": {
                "first_on": started.isoformat(),
                "sheets": str(self._random.randrange(12, 400)),
                "paper_place": self.words["paper_place"],
            },
            "payment": {
                "payer_name": name,
                "method": "transfer",
                "paid_from": started.isoformat(),
                "last_paid_on": self._last_payment(started).isoformat(),
                "monthly": str(self._random.randrange(8, 32) * 10_000),
            },
            "emergency": {
                "first_name": self._name(),
                "first_phone": self._mobile(),
                "hospital": self.words["hospital"],
            },
            "health": {
                "diseases": self._pick(self.words["diseases"]),
                "medicines": self._pick(self.words["medicines"]),
                "cautions": self._pick(self.words["cautions"]),
            },
        }
        if self._random.random() < _WITH_PHOTOS:
            values["photo"] = self._photos(started)
        if self._random.random() < _WITH_COMPLAINT:
            values["complaint"] = self._complaint()
        guardians = tuple(self.guardian(started) for _ in range(self._pick([0, 0, 1, 1])))
        return Invented(started, values, guardians)

    def _entitlement(self, started: date) -> dict[str, str]:
        valid_from = started - timedelta(days=self._random.randrange(10, 60))
        valid_until = self._today + timedelta(days=self._random.randrange(120, 1200))
        return {
            "ltc_number": f"L{self._next():010d}",
            "grade": self._pick(["1", "2", "3", "3", "4", "4", "5", "cognitive"]),
            "valid_from": valid_from.isoformat(),
            "valid_until": valid_until.isoformat(),
            "copay": self._pick(["general", "general", "general", "reduced_40", "medical_aid"]),
        }

    def _contract(self, name: str, started: date, entitlement: Mapping[str, str]) -> dict[str, str]:
        return {
            "party_name": name,
            "ltc_number": entitlement["ltc_number"],
            "grade": entitlement["grade"],
            "service": self._pick(["visit_care", "visit_care", "visit_bath", "visit_nursing"]),
            "contract_on": (started - timedelta(days=2)).isoformat(),
            "starts_on": started.isoformat(),
            "copay": entitlement["copay"],
            "paper_place": self.words["paper_place"],
        }

    def _photos(self, started: date) -> dict[str, str]:
        taken = min(started + timedelta(days=30), self._today)
        place = self.words["photo_place"]
        return {"taken_from": taken.isoformat(), "pictures": "3", "place": place}

    def newcomer(self, days_ago: int, valid_for: int) -> Invented:
        """Return a recipient who was registered a few days ago and has signed nothing yet."""
        known = self.recipient()
        entitlement = dict(known.values["entitlement"])
        entitlement["valid_until"] = (self._today + timedelta(days=valid_for)).isoformat()
        values = {"identity": known.values["identity"], "entitlement": entitlement}
        return Invented(self._today - timedelta(days=days_ago), values)

    def guardian(self, registered_on: date) -> Invented:
        """Return somebody's guardian."""
        relation = self._pick(["spouse", "child", "child", "child_in_law"])
        identity = dict(self._identity(self._name(), 40, 69)) | {"relation": relation}
        for name in ("birth", "sex"):
            identity.pop(name, None)
        return Invented(registered_on, {"identity": identity})

    def staff(self) -> Invented:
        """Return a member of staff."""
        name = self._name()
        hired = self._day_between(_KNOWN_YEARS * 365, 20)
        identity = self._identity(name, 30, 66)
        return Invented(
            hired,
            {
                "identity": identity,
                "employment": {
                    "worker_name": name,
                    "worker_birth": identity["birth"],
                    "job": self._pick(
                        ["care_worker", "care_worker", "care_worker", "social_worker"]
                    ),
                    "hired_on": hired.isoformat(),
                    "licence_no": f"{hired.year - 4}-{self._next():07d}",
                },
                "payroll": {
                    "bank": self.words["bank"],
                    "account": f"000-00-{self._next():06d}",
                    "holder": name,
                },
            },
        )

    def _identity(self, name: str, youngest: int, oldest: int) -> dict[str, str]:
        age = self._random.randrange(youngest, oldest)
        birth = date(self._today.year - age, self._random.randrange(1, 13), 15)
        street = self._pick(self.words["streets"])
        return {
            "name": name,
            "birth": birth.isoformat(),
            "sex": self._pick(["female", "female", "male"]),
            "mobile": self._mobile(),
            "postcode": f"0{self._random.randrange(1000, 9999)}",
            "address": f"{self.words['city']} {street} {self._random.randrange(1, 99)}",
            "address_detail": str(self._random.randrange(101, 909)),
        }

    def _complaint(self) -> dict[str, str]:
        received = self._day_between(700, 60)
        return {
            "received_on": received.isoformat(),
            "subject": self._pick(self.words["complaints"]),
            "result": self._pick(self.words["results"]),
            "closed_on": (received + timedelta(days=3)).isoformat(),
        }

    def _last_payment(self, started: date) -> date:
        last = self._today.replace(day=10)
        last = last if last <= self._today else (last - timedelta(days=25)).replace(day=10)
        return max(last, started)

    def _mobile(self) -> str:
        return f"010-0000-{self._next() % 10_000:04d}"

    def _next(self) -> int:
        self._serial += 1
        return self._serial

    def _day_between(self, oldest: int, newest: int) -> date:
        return self._today - timedelta(days=self._random.randrange(newest, oldest))

    def _pick(self, choices: list[Any]) -> Any:  # noqa: ANN401 - words of several kinds
        return self._random.choice(choices)

    def _shuffled_names(self) -> list[str]:
        names = [a + b for a in self.words["family"] for b in self.words["given"]]
        self._random.shuffle(names)
        return names

    def _name(self) -> str:
        if not self._names:
            self._names = self._shuffled_names()
        return self._names.pop()


def practice_logins(folder: Path) -> tuple[str, str]:
    """Return the logins of officer and clerk of every practice office."""
    words = tomllib.loads((folder / "people.toml").read_text("utf-8"))
    officer, clerk = words["account"]
    return str(officer["login"]), str(clerk["login"])

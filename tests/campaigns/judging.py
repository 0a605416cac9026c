"""What must hold of an office whenever it is opened again, whatever happened to it."""

from pathlib import Path

from easycare_desktop.domain.rights import Action
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.keys.generation_files import device_entry, generations_with_slots
from easycare_desktop.storage.keys.opening import open_with_sheet
from easycare_desktop.storage.keys.pcs import pc_entry
from easycare_desktop.storage.keys.refusals import KeyDestroyedError
from tests.campaigns.house import House
from tests.helpers.offices import CHEAP_KDF


def check_sound(services: Services) -> None:
    """Every row opens, no living row is without key, log and ledger are whole."""
    office = services.office
    keys = office.keys
    with office.door.enter(Action.PEOPLE_LISTED, detail="campaign") as step:
        opened, failed = step.uow.many.open_every()
        apart = [each.id for each in step.separated.all()]
    assert failed == 0, f"{failed} of {opened + failed} rows do not open"
    assert set(apart) <= keys.separated_ids() | set(keys.living_keys())
    assert services.log.check().first_broken is None
    assert services.ledger.check().first_broken is None


def check_one_generation(services: Services, house: House) -> None:
    """Nothing of an older or of an abandoned generation is left on this PC."""
    keys = services.office.keys
    found = {path.name for path in house.folder.glob("*-*.*") if path.suffix in {".db", ".json"}}
    wanted = {f"keys-{keys.generation}.db", f"slots-{keys.generation}.json"}
    assert found == wanted, f"{found} where {wanted} belong"
    copies = {path.parent for path in house.program.rglob("keys-*.db")} - {house.folder}
    assert not copies, "an older copy of the office is left"
    entries = house.store.entries() - {pc_entry(keys.office_id)}
    assert entries == {device_entry(keys.office_id, keys.generation)}, f"{entries} in the store"


def check_gone(services: Services, doomed: frozenset[int]) -> None:
    """No way through the program leads to what was destroyed."""
    keys = services.office.keys
    assert doomed <= keys.tombstones()
    assert doomed.isdisjoint(keys.living_keys())
    for each in doomed:
        try:
            keys.key_of(each)
        except KeyDestroyedError:
            continue
        raise AssertionError(f"{each} has a key")
    with services.office.door.enter(Action.PEOPLE_LISTED, detail="campaign") as step:
        assert not any(step.uow.holdings.get(each) for each in doomed)
        assert not any(step.separated.get(each) for each in doomed)
        assert not step.uow.files.of_holdings(doomed)


def check_living(services: Services, ids: frozenset[int]) -> None:
    """What stays in use has its key and opens."""
    assert ids <= services.office.keys.living_keys().keys()
    with services.office.door.enter(Action.PEOPLE_LISTED, detail="campaign") as step:
        for each in ids:
            assert step.uow.holdings.open(each).values


def check_place_opens(house: House, scratch: Path, at_least: int) -> int:
    """One generation at the key place opens whole with the sheet; return how many keys it has."""
    count = len(keys_at_place(house, scratch, house.sheet))
    assert count >= at_least, f"{count} keys where {at_least} belong"
    return count


def keys_at_place(house: House, scratch: Path, sheet: RecoveryCode) -> frozenset[int]:
    """Return what the newest keys at the key place open, on a PC that has no credentials.

    Raises `WrongSheetError`.
    """
    place = next(house.stick.glob("easycare-keys-*"))
    scratch.mkdir(parents=True)
    for kit in place.glob("kit-*.json"):
        number = kit.stem.split("-")[1]
        keys = place / f"keys-{number}.db"
        if keys.exists():
            (scratch / keys.name).write_bytes(keys.read_bytes())
            journal = place / f"{keys.name}-journal"
            assert not journal.exists()
            (scratch / f"slots-{number}.json").write_bytes(kit.read_bytes())
    assert generations_with_slots(scratch), "no generation lies at the key place"
    store = type(house.store)(scratch / "store")
    opened = open_with_sheet(scratch, sheet, store, clock=house.clock, kdf=CHEAP_KDF)
    try:
        return frozenset(opened.living_keys())
    finally:
        opened.close()

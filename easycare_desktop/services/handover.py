"""Handing over: what law gives to the insurer leaves as files that open without this program.

A PDF a person with its scans, both lists, one workbook, all under one password; beside them the
hash of every file. What is kept apart is read by the officer for it, and recorded as read.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from easycare_desktop.documents import handover_words as words
from easycare_desktop.documents.paper_titles import OFFICE_HANDOVER
from easycare_desktop.documents.words import word
from easycare_desktop.domain.handover import (
    HandedOver,
    HandoverCounts,
    HandoverEmptyError,
    HandoverOrder,
)
from easycare_desktop.domain.registers import RegisterItem
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.handover_files import HandoverFiles
from easycare_desktop.services.handover_records import Place, Record, open_records, places_of
from easycare_desktop.services.missing_keys import missing_keys
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import letterhead
from easycare_desktop.services.outgoing import check_leaving, note_left, register_copy, take_back
from easycare_desktop.services.paper_copies import is_copy
from easycare_desktop.system.atomic_files import make_private_folder, write_atomically

Progress = Callable[[int, int], None]


class HandoverService:
    """Use cases of handing records over; for an officer alone."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def counts(self) -> HandoverCounts:
        """Count what there is to hand over. Raises `NotPermittedError`."""
        with self._door.enter(Action.OFFICE_HANDED_OVER, detail="look") as step:
            return self._counted(step, places_of(self._office, step))

    def save(self, order: HandoverOrder, target: Path, tell: Progress) -> HandedOver:
        """Write the files into a folder of their own in `target`; on record before they are.

        Where anything stops it, nothing is left of them, and the record says so. Raises
        `HandoverEmptyError`, `ExportReasonMissingError`, `NameInTextError`, what
        `check_password`, the disk and `tell` raise.
        """
        reason = check_leaving(self._office, order.reason, order.password)
        with self._door.enter(Action.OFFICE_HANDED_OVER, detail=order.receiver.value) as step:
            places = places_of(self._office, step)
            if not places:
                raise HandoverEmptyError
            counts = self._counted(step, places)
            item = self._register(step, order, reason, places)
            step.count, step.detail = len(places), f"{order.receiver.value} {item.number}"
            head = letterhead(step.uow, practice=self._office.info.practice)
            lost = [*_lost_keys(self._office, step), *(("", "", line) for line in order.lost)]
        day = f"{self._office.today():%Y-%m-%d}"
        folder = target / words.folder_name(day, item.number)
        files = HandoverFiles(folder, head, self._office, order, item.number)
        try:
            make_private_folder(folder / words.FOLDER_OF_RECORDS)
            records = self._write_records(files, places, reason, tell)
            lost += [(*each.place.said, words.NO_SCAN) for each in records if each.lost_scans]
            files.write_lists(records, lost)
            write_atomically(folder / words.HASHES, files.hashes())
        except BaseException:
            files.remove()
            take_back(self._office, item)
            raise
        return HandedOver(item.number, counts, folder.name, len(lost))

    def _counted(self, step: Step, places: Sequence[Place]) -> HandoverCounts:
        here = [each.holding_id for each in places if not each.apart]
        apart = [each.holding_id for each in places if each.apart]
        scans = [*step.uow.files.of_holdings(here), *step.separated.files_of(apart)]
        people = len({each.person_id for each in places})
        return HandoverCounts(
            people, len(places), len(apart), sum(not is_copy(each) for each in scans)
        )

    def _register(
        self, step: Step, order: HandoverOrder, reason: str, places: Sequence[Place]
    ) -> RegisterItem:
        """Record the copy, and what left, before anything is written."""
        people = len({each.person_id for each in places})
        receiver = word(order.receiver)
        values = {
            "where": "other",
            "label": words.copy_name(people, len(places)),
            "contents": words.RECORD_TITLE,
            "purpose": receiver,
            "reason": reason,
        }
        note_left(self._office, step, OFFICE_HANDOVER, f"{receiver}: {reason}")
        carried = dict.fromkeys((each.person_id, each.group) for each in places)
        return register_copy(self._office, step, values, carried)

    def _write_records(
        self, files: HandoverFiles, places: Sequence[Place], reason: str, tell: Progress
    ) -> list[Record]:
        """Write the file of each person; the log says whose data it was."""
        records: list[Record] = []
        persons = list(dict.fromkeys(each.person_id for each in places))
        for number, person_id in enumerate(persons):
            tell(number, len(persons))
            mine = [each for each in places if each.person_id == person_id]
            with self._door.enter(
                Action.OFFICE_HANDED_OVER, person_id=person_id, detail="record"
            ) as step:
                opened = open_records(self._office, step, mine, reason)
            files.write_person(opened)
            records += [each.without_scans() for each in opened]
        tell(len(persons), len(persons))
        return records


def _lost_keys(office: OpenOffice, step: Step) -> list[tuple[str, str, str]]:
    """Return number, item group and words of every record that no key opens."""
    labels = {each.code: each.label for each in office.catalogue.groups}
    return [
        (each.person_number, labels.get(each.group, each.group), words.NO_KEY)
        for each in missing_keys(office, step)
    ]

"""The files of a handing over: written one by one under the password, each with its hash."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from easycare_desktop.documents import handover_words as words
from easycare_desktop.documents.contents.table_paper import Align, Column, TablePaper
from easycare_desktop.documents.joining import join
from easycare_desktop.documents.press import press
from easycare_desktop.documents.protecting import protected_pdf, scan_pages
from easycare_desktop.documents.values import Office, PrintFacts
from easycare_desktop.documents.words import word
from easycare_desktop.domain.handover import HandoverOrder
from easycare_desktop.exchange.protected import protected
from easycare_desktop.exchange.sheets import Sheet, SheetColumn
from easycare_desktop.exchange.workbook import workbook
from easycare_desktop.services.handover_records import Record
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.outgoing import facts_of
from easycare_desktop.system.atomic_files import write_atomically

_LIST_WEIGHTS = (0.7, 1.3, 1.5, 2.2, 0.7, 1.2, 1.5, 2.4)
_LOST_WEIGHTS = (0.5, 1.2, 2.0, 5.0)
_RECORD_WEIGHTS = (1.4, 1.6, 4.0)
_TABLE_WIDTHS = (12, 14, 22, 22, 48)
_CENTRED = frozenset({words.RECORDS_HEADS[0], words.RECORDS_HEADS[4]})


class HandoverFiles:
    """Writes into `folder`; no name of a person stands in the name of a file.

    `number`: of the copy in the register.
    """

    def __init__(
        self, folder: Path, head: Office, office: OpenOffice, order: HandoverOrder, number: str
    ) -> None:
        self._folder, self._head, self._order = folder, head, order
        self._why = f"{word(order.receiver)}: {order.reason.strip()}"
        self._export = facts_of(office, head.name, self._why)
        self._now = self._export.exported_at
        self._facts = PrintFacts(number, self._now, self._export.exported_by, self._why)
        self._hashes: dict[str, str] = {}

    def write_person(self, records: Sequence[Record]) -> None:
        """Write the records of one person, the scans behind them."""
        first = records[0]
        rows = [
            (record.place.label if number == 0 else "", label, text)
            for record in records
            for number, (label, text) in enumerate(record.lines)
        ]
        above = ((words.NUMBER, first.place.person_number), (words.NAME, first.name))
        paper = self._table(
            words.RECORD_TITLE, words.RECORD_HEADS, _RECORD_WEIGHTS, rows, above, landscape=False
        )
        scans = [scan_pages(*each) for record in records for each in record.scans]
        whole = join([paper, *scans], words.RECORD_TITLE)
        self._write_pdf(words.record_file(first.place.person_number), whole)

    def write_lists(self, records: Sequence[Record], lost: Sequence[tuple[str, str, str]]) -> None:
        """Write both lists, the workbook, and how to read all of it."""
        rows = [
            (
                str(number),
                each.place.person_number,
                each.name,
                each.place.label,
                str(each.scan_count),
                words.APART if each.place.apart else words.IN_USE,
                f"{each.place.until:%Y-%m-%d}" if each.place.until else "",
                words.record_file(each.place.person_number),
            )
            for number, each in enumerate(records, start=1)
        ]
        above = ((words.RECEIVER, self._why), (words.DAY, f"{self._now:%Y-%m-%d}"))
        listed = self._table(words.RECORDS_TITLE, words.RECORDS_HEADS, _LIST_WEIGHTS, rows, above)
        self._write_pdf(words.RECORDS, listed)
        gone = [(str(number), *each) for number, each in enumerate(lost, start=1)]
        self._write_pdf(
            words.LOST,
            self._table(words.LOST_TITLE, words.LOST_HEADS, _LOST_WEIGHTS, gone, above),
        )
        self._write(words.TABLE, protected(self._workbook(records), self._order.password))
        told = words.how_to_read(
            self._head.name, word(self._order.receiver), f"{self._now:%Y-%m-%d}"
        )
        self._write(words.HOW, told.encode("utf-8-sig"))

    def hashes(self) -> bytes:
        """Return the list of hashes, as text."""
        lines = [f"{digest}  {name}" for name, digest in sorted(self._hashes.items())]
        return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")

    def remove(self) -> None:
        """Leave nothing of what was written."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _workbook(self, records: Sequence[Record]) -> bytes:
        columns = tuple(map(SheetColumn, words.TABLE_HEADS, _TABLE_WIDTHS))
        rows = tuple(
            (each.place.person_number, each.name, each.place.label, label, text)
            for each in records
            for label, text in each.lines
        )
        return workbook(Sheet(words.TABLE_TITLE, columns, rows), self._export)

    def _table(
        self,
        title: str,
        heads: Sequence[str],
        weights: Sequence[float],
        rows: Sequence[tuple[str, ...]],
        above: tuple[tuple[str, str], ...],
        *,
        landscape: bool = True,
    ) -> bytes:
        columns = tuple(
            Column(each, weight, Align.CENTRE if each in _CENTRED else Align.LEFT)
            for each, weight in zip(heads, weights, strict=True)
        )
        return press(
            TablePaper(
                office=self._head,
                facts=self._facts,
                title=title,
                columns=columns,
                rows=tuple(rows),
                facts_above=above,
                notes=(words.WHY, words.ATTACHED) if landscape else (words.WHY,),
                landscape=landscape,
                empty=words.NONE_LOST,
            )
        )

    def _write_pdf(self, name: str, pdf: bytes) -> None:
        self._write(name, protected_pdf(pdf, self._order.password))

    def _write(self, name: str, content: bytes) -> None:
        write_atomically(self._folder / name, content)
        self._hashes[name] = hashlib.sha256(content).hexdigest()

"""Papers that came back since the backup and wait for a person are not lost by a restore."""

from pathlib import Path

from easycare_desktop.domain.returned import Doubt
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.returned_intake import Receipt
from tests.helpers.backups import restore
from tests.helpers.returning import print_form, scan_file, scans
from tests.services.restore.conftest import STAYED, Year


def test_what_waits_still_waits_and_a_number_is_known_again(year: Year, tmp_path: Path):
    services = year.open()
    stayed = next(line for line in services.people.find("") if line.name == STAYED)
    first, second = (print_form(services, PaperKind.CANCELLATION_FORM, stayed.id) for _ in range(2))
    receipt = Receipt(services.office.today())
    intake = services.returned_intake
    intake.take([scan_file(tmp_path, "first.pdf", scans(first))], receipt)
    (before,) = services.returned.waiting()
    pdf = services.returned.open(before.paper.id).pdf
    services.office.close()
    restore(year.home, year.folder, year.old)
    services = year.open()
    (after,) = services.returned.waiting()
    assert (after.paper, after.number) == (before.paper, before.number)
    assert services.returned.open(after.paper.id).pdf == pdf
    path = scan_file(tmp_path, "second.pdf", scans(second))
    services.returned_intake.take([path], receipt)
    assert [each.paper.doubt for each in services.returned.waiting()] == [None, None]
    again = scan_file(tmp_path, "again.pdf", scans(first, seed=3))
    services.returned_intake.take([again], receipt)
    assert services.returned.waiting()[-1].paper.doubt is Doubt.USED_NUMBER
    services.office.close()

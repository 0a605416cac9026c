"""S7: a list of 10,000 people, read, validated, keyed and logged in one commit."""

import gc
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.domain.people import PersonKind
from tests.benchmarks.crowd import Crowd, started
from tests.benchmarks.measure import milliseconds, say

PEOPLE, ROWS = 2_000, 10_000
HEAD = "성명,생년월일,성별,휴대폰,주소,장기요양인정번호,등급,인정시작일,인정만료일,본인부담률"
FAMILY, GIVEN = "김이박최정강조윤장임", "가나다라마바사아자차카타파하"


def list_of(rows: int) -> bytes:
    lines, born = [HEAD], date(1930, 1, 1)  # days of birth over thirty years, as in an office
    for number in range(rows):
        name = FAMILY[number % 10] + GIVEN[number // 10 % 14] + GIVEN[number // 140 % 14]
        lines.append(
            f"{name},{born + timedelta(days=number * 7919 % 10_957)},여,010{number:08},"
            f"행복시 나눔구 봄길 {number},L2{number:09},{1 + number % 5}등급,"
            "2025-01-01,2028-12-31,15%"
        )
    return "\r\n".join(lines).encode("cp949")


def main() -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        services = started(Crowd(folder, PEOPLE))
        path = folder / "list.csv"
        path.write_bytes(list_of(ROWS))

        def bring_in() -> None:
            file = services.imports.read(path)
            layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
            preview = services.imports.preview(file, 0, layout)
            run = services.imports.store(preview, {row.number for row in preview.rows}, "목록")
            assert run.added == ROWS

        gc.disable()  # as in the program, where the main thread collects from time to time
        taken = milliseconds(bring_in)
        services.office.close()
    return say("S7", f"a list of {ROWS:,} people", taken, 2_000)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)

"""A list of recipients as a care program might write it, and its way into an office."""

from pathlib import Path

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.importing import FieldRef, Layout
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services

HEAD = (
    "수급자명,생년월일,성별,휴대폰,주소,장기요양인정번호,등급,유효기간 시작일,유효기간 종료일,"
    "본인부담률,보호자명,보호자 연락처"
)
ROWS = (
    (
        "마루한,1940-02-03,남,1000001111,행복시 봄길 1,L1000000001,3등급,2025-01-01,2028-12-31,15%,"
        "마보호,010-0000-2222"
    ),
    "나래온,19450506,여자,010-0000-3333,,L1000000002,4,2025.1.1,2028.12.31,감경(9%),,",
)


def preview_of(services: Services, tmp_path: Path, *rows: str, head: str = HEAD) -> ImportPreview:
    """Return what a list of these rows would do."""
    path = tmp_path / "목록.csv"
    path.write_bytes("\r\n".join(("방문요양 수급자 현황", head, *rows)).encode("cp949"))
    file = services.imports.read(path)
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
    return services.imports.preview(file, 0, layout)


def stored_list(services: Services, tmp_path: Path, *rows: str) -> int:
    """Bring a list of these rows in; return the id of the run."""
    shown = preview_of(services, tmp_path, *rows)
    numbers = [row.number for row in shown.rows]
    return services.imports.store(shown, numbers, "엑셀 목록").id


def looked_at(
    services: Services, folder: Path, *rows: str, kind: PersonKind = PersonKind.RECIPIENT
) -> ImportPreview:
    """Return what a list of these lines of text would do, the first of them its headings."""
    path = folder / "목록.csv"
    path.write_text("\r\n".join(rows), encoding="utf-8")
    file = services.imports.read(path)
    return services.imports.preview(file, 0, services.imports.layout(file, 0, kind))


def codes(layout: Layout) -> list[str]:
    """Return what the columns mean, of whose list it is left out."""
    return [
        each.code.removeprefix(f"{layout.kind.value}:") if isinstance(each, FieldRef) else ""
        for each in layout.meanings
    ]


def brought(services: Services, shown: ImportPreview, name: str) -> dict[str, dict[str, str]]:
    """Bring in all rows; return what somebody then holds."""
    services.imports.store(shown, {row.number for row in shown.rows}, "목록")
    (found,) = services.search.find(name)
    contents = services.people.open(found.id).contents
    return {code: dict(each.values) for code, each in contents.items()}

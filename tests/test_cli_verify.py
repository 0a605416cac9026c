"""`python -m easycare_desktop verify`: exit status and plain Korean lines."""

import pytest

from easycare_desktop.cli import main
from easycare_desktop.security.signing import certificate_pem
from tests.helpers.handed_out import OTHER, Case, hand_out, picture, png
from tests.helpers.office_copies import OfficeMould


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("cli")
    case: Case = hand_out(OfficeMould(folder / "mould"), folder / "home")
    content = {
        "paper.pdf": case.filed,
        "person.pdf": case.person,
        "paper.png": png(picture(case.filed)),
        "ledger.jsonl": case.ledger.encode(),
        "office.pem": certificate_pem(case.certificate),
        "other.pem": certificate_pem(OTHER.certificate),
        "cut.jsonl": "\n".join(case.ledger.splitlines()[:-2]).encode(),
        "nothing.txt": b"hello",
    }
    for name, raw in content.items():
        (folder / name).write_bytes(raw)
    return {name: str(folder / name) for name in content} | {"absent": str(folder / "absent.pdf")}


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = main(["verify", *arguments])
    return status, capsys.readouterr().out


def test_of_a_picture_only_the_code_is_known_to_fit(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    status, words = said(capsys, files["paper.png"], "--certificate", files["office.pem"])
    assert status == 3
    assert words.startswith("확인 불가: QR은 맞습니다.")


@pytest.mark.parametrize("name", ["paper.pdf", "person.pdf"])
def test_a_true_paper_fits(files: dict[str, str], name: str, capsys: pytest.CaptureFixture[str]):
    status, words = said(
        capsys, files[name], "--certificate", files["office.pem"], "--ledger", files["ledger.jsonl"]
    )
    assert status == 0
    assert words.startswith("일치: ")
    assert "파기번호: D2026-0001" in words
    assert "대장의 모든 기록이" in words


def test_the_certificate_of_another_office_is_told(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    status, words = said(capsys, files["paper.pdf"], "--certificate", files["other.pem"])
    assert status == 1
    assert words.startswith("불일치: ")
    assert "발급한 기관에 확인해 주세요" in words
    assert "다른 인증서로 서명한" in words


def test_a_cut_ledger_is_told(files: dict[str, str], capsys: pytest.CaptureFixture[str]):
    certificate = ("--certificate", files["office.pem"])
    assert said(capsys, files["ledger.jsonl"], *certificate)[0] == 0
    status, words = said(capsys, files["cut.jsonl"], *certificate)
    assert status == 1
    assert "잘렸습니다" in words
    assert said(capsys, files["paper.pdf"], *certificate, "--ledger", files["cut.jsonl"])[0] == 1


def test_a_wrong_person_is_told(files: dict[str, str], capsys: pytest.CaptureFixture[str]):
    status, words = said(
        capsys,
        *(files["paper.pdf"], "--certificate", files["office.pem"]),
        *("--person", "홍길순", "P-00002", "0" * 32),
    )
    assert status == 1
    assert "대조값과 다릅니다" in words


@pytest.mark.parametrize("name", ["paper.pdf", "nothing.txt", "absent", "ledger.jsonl"])
def test_what_cannot_be_told_is_said(
    files: dict[str, str], name: str, capsys: pytest.CaptureFixture[str]
):
    status, words = said(capsys, files[name])
    assert status == 3
    assert words.startswith("확인 불가: ")


def test_a_file_that_is_no_certificate_is_told(
    files: dict[str, str], capsys: pytest.CaptureFixture[str]
):
    status, words = said(capsys, files["paper.pdf"], "--certificate", files["nothing.txt"])
    assert status == 3
    assert "인증서 파일이 아닙니다." in words

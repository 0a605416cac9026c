import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRESS_AND_SIGN = """
import sys
from datetime import datetime, timezone
from easycare_desktop.documents import press
from easycare_desktop.documents.contents.destruction_certificate import DestructionCertificate
from easycare_desktop.security import pades
from easycare_desktop.security.signing import SigningKey
from tests.documents.samples.certificates import sample_certificate
before = set(sys.modules)
press.get_ready(DestructionCertificate)
pades.get_ready()
ready = set(sys.modules)
now = datetime.now(timezone.utc)
pades.sign_pdf(press.press(sample_certificate()), SigningKey.generate("1", now), now)
print(*sorted(ready - before))
print(*sorted(set(sys.modules) - ready))
"""
HEAVY = ("reportlab.", "pyhanko.sign.", "asn1crypto.", "aiohttp.", "easycare_desktop.")


def test_what_is_ready_imports_no_more_to_press_and_sign():
    done = subprocess.run(
        [sys.executable, "-c", PRESS_AND_SIGN], capture_output=True, cwd=ROOT, check=True, text=True
    )
    first, later = (line.split() for line in done.stdout.splitlines())
    assert {each for each in HEAVY if any(name.startswith(each) for name in first)} == set(HEAVY)
    assert [name for name in later if name.startswith(HEAVY)] == []

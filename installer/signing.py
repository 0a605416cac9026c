"""Signs a program file where a certificate is given; says so where none is.

EASYCARE_SIGN_PKCS12   a file with certificate and key
EASYCARE_SIGN_PASSWORD_FILE   a file that holds its password; never the password itself
EASYCARE_SIGN_TIMESTAMP   the address of a timestamp service, if this machine may reach one
"""

import os
import sys
from pathlib import Path

from installer.ground import BuildStoppedError, run
from requirements.environment import say

CERTIFICATE = "EASYCARE_SIGN_PKCS12"
PASSWORD_FILE = "EASYCARE_SIGN_PASSWORD_FILE"  # noqa: S105 - the name of a variable
TIMESTAMP = "EASYCARE_SIGN_TIMESTAMP"
_NAME = "이지케어 데스크톱"


def sign_if_asked(path: Path) -> bool:
    """Sign `path` in place; return whether it was signed. Raises `BuildStoppedError`."""
    certificate = os.environ.get(CERTIFICATE, "")
    if not wanted():
        say(f"{path.name} is not signed: {CERTIFICATE} names no certificate")
        return False
    password = os.environ.get(PASSWORD_FILE, "")
    if not Path(certificate).is_file() or not Path(password).is_file():
        raise BuildStoppedError(f"{CERTIFICATE} or {PASSWORD_FILE} names no file")
    words = ["osslsigncode", "sign", "-pkcs12", certificate, "-readpass", password, "-h", "sha256"]
    stamp = os.environ.get(TIMESTAMP, "")
    signed = path.with_suffix(".signed")
    options = ["-n", _NAME, *(["-ts", stamp] if stamp else []), "-in", path, "-out", signed]
    signed.unlink(missing_ok=True)
    run(*words, *options)
    signed.replace(path)
    say(f"{path.name} is signed{'' if stamp else ', without a timestamp'}")
    return True


def wanted() -> bool:
    """Tell whether a certificate is given."""
    return bool(os.environ.get(CERTIFICATE, ""))


if __name__ == "__main__":
    sign_if_asked(Path(sys.argv[1]))

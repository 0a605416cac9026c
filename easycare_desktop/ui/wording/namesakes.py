"""What stands behind a name that several people have."""


def apart_words(apart: str) -> str:
    """Return (1941년생) or (P-00012); nothing where nobody else is called so."""
    told = f"{apart}년생" if apart.isdecimal() else apart
    return f"({told})" if told else ""


def with_apart(name: str, apart: str) -> str:
    """Return 홍길동 님(1941년생), or 홍길동 님 where nobody else is called so."""
    return f"{name} 님{apart_words(apart)}"

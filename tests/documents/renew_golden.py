"""Write the words of every sample paper anew: python -m tests.documents.renew_golden."""

from tests.documents.papers import GOLDEN, NAMES, words_on

if __name__ == "__main__":
    for name in NAMES:
        (GOLDEN / f"{name}.txt").write_text(words_on(name), encoding="utf-8")

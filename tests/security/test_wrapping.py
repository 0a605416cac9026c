import pytest

from easycare_desktop.security.binding import binding
from easycare_desktop.security.wrapping import KeyPair, WrapBrokenError, unwrap, wrap

INFO = binding("root", "office", 3)


def test_only_the_right_pair_opens_an_envelope():
    pair = KeyPair.generate()
    envelope = wrap(b"secret", pair.public, INFO)
    assert unwrap(envelope, pair, INFO) == b"secret"
    with pytest.raises(WrapBrokenError):
        unwrap(envelope, KeyPair.generate(), INFO)


def test_an_envelope_opens_for_its_purpose_alone():
    pair = KeyPair.generate()
    envelope = wrap(b"secret", pair.public, INFO)
    with pytest.raises(WrapBrokenError):
        unwrap(envelope, pair, binding("root", "office", 4))


@pytest.mark.parametrize("cut", [0, 1, 32, 47])
def test_a_cut_envelope_is_broken(cut: int):
    pair = KeyPair.generate()
    with pytest.raises(WrapBrokenError):
        unwrap(wrap(b"secret", pair.public, INFO)[:cut], pair, INFO)


def test_the_private_half_is_never_shown():
    pair = KeyPair.generate()
    assert repr(pair.private) not in repr(pair)
    assert KeyPair.from_private(pair.private) == pair


def test_bindings_differ_with_every_part():
    names = [("a", "b", "c"), ("a", "bc"), ("ab", "c"), ("a", "b,c"), ("a", "b", "c", "")]
    assert len({binding(*name) for name in names}) == len(names)
    assert binding("a", 1) != binding("a", "1")

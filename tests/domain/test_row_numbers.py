from easycare_desktop.domain.import_runs import import_number
from easycare_desktop.domain.row_numbers import BLOCK, printed_number


def test_a_number_tells_its_block_only_where_there_is_one():
    assert printed_number(12, 5) == "00012"
    assert printed_number(BLOCK + 12, 5) == "1-00012"
    assert printed_number(20 * BLOCK + 1234567, 4) == "20-1234567"
    assert len({printed_number(each, 5) for each in (12, BLOCK + 12, 2 * BLOCK + 12)}) == 3


def test_lists_of_two_branches_are_told_apart():
    assert import_number(3) == "L-00003"
    assert import_number(2 * BLOCK + 3) == "L-2-00003"

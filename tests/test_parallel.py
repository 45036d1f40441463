"""Work is spread over processes, and comes back whole, in order, whatever becomes of a process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

from kg.parallel import cores, spread

PARENT = os.getpid()
needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("jobs", [1, 2, 3, 7, None])
@pytest.mark.parametrize("size", [0, 1, 2, 10])
def test_results_stand_in_the_order_of_their_items(size: int, jobs: int | None) -> None:
    assert spread(square, range(size), jobs) == [n * n for n in range(size)]


@needs_fork
def test_other_processes_do_their_share_and_see_what_this_one_knows() -> None:
    known = object()
    found = spread(lambda _: (os.getpid(), id(known)), range(6), 3)
    assert len({process for process, _ in found}) == 3
    assert {seen for _, seen in found} == {id(known)}


@needs_fork
def test_too_little_work_stays_here() -> None:
    assert set(spread(lambda _: os.getpid(), range(19), 2, least=10)) == {PARENT}


def fail(number: int) -> int:
    raise ValueError(f"nothing for {number}")


def die(number: int) -> int:
    if os.getpid() != PARENT:
        os._exit(1)
    return number


def test_what_goes_wrong_elsewhere_goes_wrong_here() -> None:
    with pytest.raises(ValueError, match="nothing for 0"):
        spread(fail, range(4), 2)


@needs_fork
@pytest.mark.parametrize("work", [die, lambda number: number if os.getpid() == PARENT else fail(number)])
def test_the_share_of_a_process_that_ends_badly_is_done_here(work: Callable[[int], int]) -> None:
    assert spread(work, range(5), 3) == [0, 1, 2, 3, 4]


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1

"""The smallest number that suffices, whatever the guess."""

import pytest

from cae_cli.forecast.projection.search import smallest


@pytest.mark.parametrize("wanted", [1, 2, 3, 7, 19, 20])
@pytest.mark.parametrize("guess", [-5, 1, 2, 6, 7, 8, 19, 20, 99])
def test_it_is_found_from_any_guess(wanted: int, guess: int) -> None:
    assert smallest(lambda n: n >= wanted, guess, most=20) == wanted


@pytest.mark.parametrize("guess", [1, 5, 20])
def test_none_may_suffice(guess: int) -> None:
    assert smallest(lambda _: False, guess, most=20) is None
    assert smallest(lambda n: n > 20, guess, most=20) is None


@pytest.mark.parametrize("guess", [-3, 0, 4])
def test_it_begins_with_the_least(guess: int) -> None:
    assert smallest(lambda n: n >= 0, guess, least=0, most=9) == 0
    assert smallest(lambda _: True, guess, least=3, most=9) == 3
    assert smallest(lambda _: True, guess, most=9) == 1


@pytest.mark.parametrize(
    ("guess", "first", "then"),
    [
        (500, [500, 499], 0),
        (499, [499, 500], 0),
        (501, [501, 500, 498], 1),  # 499 is left
        # ten steps that double, then the 255 numbers from 257 to 511 are halved
        (1, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512], 8),
        # 483 is too small: the 255 numbers from 484 to 738 are left
        (994, [994, 993, 991, 987, 979, 963, 931, 867, 739, 483], 8),
    ],
)
def test_a_good_guess_asks_little(guess: int, first: list[int], then: int) -> None:
    tried = []

    def suffices(n: int) -> bool:
        tried.append(n)
        return n >= 500

    assert smallest(suffices, guess, most=100_000) == 500
    assert tried[: len(first)] == first
    assert len(tried) <= len(first) + then
    assert len(tried) == len(set(tried))

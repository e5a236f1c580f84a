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


@pytest.mark.parametrize(("guess", "asked"), [(500, 2), (499, 2), (501, 4), (1, 18)])
def test_a_good_guess_asks_little(guess: int, asked: int) -> None:
    # 500: 500 yes, 499 no. 499: 499 no, 500 yes. 501: 501 yes, 500 yes, 498 no, 499 no.
    # 1: 1, 2, 4, 8 … 512, ten of them, then the 255 numbers from 257 to 511 are halved: eight.
    tried = []

    def suffices(n: int) -> bool:
        tried.append(n)
        return n >= 500

    assert smallest(suffices, guess, most=100_000) == 500
    assert len(tried) <= asked
    assert len(tried) == len(set(tried))

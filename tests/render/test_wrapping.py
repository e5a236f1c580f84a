import pytest

from cae_cli.render.wrapping import wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("un deux trois", 8, ["un deux", "trois"]),
        ("un deux trois", 13, ["un deux trois"]),
        ("au moins 80\u00a0€ par mois", 11, ["au moins", "80\u00a0€ par", "mois"]),
        ("1\u202f234,56\u00a0€ dus", 10, ["1\u202f234,56\u00a0€", "dus"]),
        ("aujourd’hui non", 5, ["aujou", "rd’hu", "i non"]),
        ("東京 大阪", 5, ["東京", "大阪"]),  # each character is two cells wide
        ("", 10, [""]),
        ("un", 0, ["u", "n"]),
    ],
)
def test_lines_fit_and_amounts_stay_whole(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines

"""The translations, looked up where they stand in the compiled catalogue."""

import gettext
from pathlib import Path

import pytest

from cae_cli import language
from cae_cli.language import Catalogue, Language, say_n

COMPILED = Path(language.__file__).parent / "locale" / "fr" / "LC_MESSAGES" / "cae.mo"


def test_every_message_is_translated_as_gettext_does() -> None:
    ours = Catalogue(COMPILED.read_bytes())
    with COMPILED.open("rb") as file:
        theirs = gettext.GNUTranslations(file)
    messages = theirs._catalog  # type: ignore[attr-defined]
    plain = [message for message in messages if isinstance(message, str) and message]
    assert len(plain) > 1000
    for message in plain:
        assert ours.translation(message) == theirs.gettext(message)
    assert ours.translation("no such message") == "no such message"
    assert Catalogue().translation("anything") == "anything"


@pytest.mark.parametrize(
    ("count", "french", "english"),
    [(0, "0 jour", "0 days"), (1, "1 jour", "1 day"), (2, "2 jours", "2 days")],
)
def test_what_counts_follows_the_language(count: int, french: str, english: str) -> None:
    said = say_n("{count} day", "{count} days", count)
    if Language("fr").tell(said) != said.text.format(count=count):  # where the catalogue has it
        assert Language("fr").tell(said) == french
    assert Language("en").tell(said) == english
    untold = say_n("{count} zig", "{count} zags", count)
    assert Language("fr").tell(untold) == (f"{count} zig" if count == 1 else f"{count} zags")

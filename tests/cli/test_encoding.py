import pytest

from cae_cli.cli.shell import encoding
from cae_cli.language import NARROW_NO_BREAK, NO_BREAK
from tests.cli.kit import Stream, run_cae

TEXT = f"«{NO_BREAK}Éric{NO_BREAK}» 1{NARROW_NO_BREAK}234,56{NO_BREAK}€ − août → œuvre… ─┼│ 🌍"


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("ascii", '" Eric " 1 234,56 EUR - aout -> oeuvre... -+| ?'),
        ("latin-1", f"«{NO_BREAK}Éric{NO_BREAK}» 1 234,56{NO_BREAK}EUR - août -> oeuvre... -+| ?"),
        ("cp1252", f"«{NO_BREAK}Éric{NO_BREAK}» 1 234,56{NO_BREAK}€ - août -> œuvre… -+| ?"),
        ("utf-8", TEXT),
    ],
)
def test_what_a_stream_cannot_show_is_readable(code: str, shown: str) -> None:
    stream = encoding.prepare_output(Stream(b"", code))
    stream.write(TEXT)
    assert isinstance(stream, Stream)
    assert stream.content().decode(code) == shown


def test_combining_accents_and_lone_surrogates_never_crash() -> None:
    stream = encoding.prepare_output(Stream(b"", "ascii"))
    stream.write("e\u0301 \udc80 \u202f\u00a0|")
    assert isinstance(stream, Stream)
    assert stream.content() == b"e ?   |"


def test_lone_surrogate_does_not_crash_utf_8() -> None:
    stream = encoding.prepare_output(Stream())
    stream.write("a\udc80b")
    assert isinstance(stream, Stream)
    assert stream.content() == b"a?b"


def test_help_on_an_ascii_stream() -> None:
    result = run_cae("--help", encoding="ascii")
    assert result.exit_code == 0
    assert "A partir de quel mois puis-je me payer, est-ce sur" in result.stdout


def test_errors_on_an_ascii_stream() -> None:
    result = run_cae("zzz", encoding="ascii")
    assert result.stderr.startswith('Erreur : Il n\'y a pas de commande " zzz ".\n-> Toutes')


def test_piped_input_is_utf_8() -> None:
    stream = encoding.prepare_input(Stream("é\udcff".encode("utf-8", "surrogateescape"), "ascii"))
    assert stream.read() == "é\ufffd"


def test_speaks_unicode() -> None:
    assert encoding.speaks_unicode(Stream(b"", "utf-8"))
    assert encoding.speaks_unicode(Stream(b"", "UTF_8"))
    assert not encoding.speaks_unicode(Stream(b"", "latin-1"))

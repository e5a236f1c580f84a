"""Whatever the dossier, the sentence, the block of views, the table and the JSON say the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cae_cli.rules.payroll import law
from tests.cli.kit import Result, run_cae
from tests.cli.told import agree, whole
from tests.forecast.dossiers import TODAY, dossiers
from tests.forecast.kit import law_of_2023

HEAD = 'format = 1\nactivity = { name = "Essai" }\n'
SCREEN = {"LINES": "24", "COLUMNS": "80", "TERM": "xterm", "NO_COLOR": "1"}
FEW = settings(max_examples=25)


@pytest.fixture(autouse=True, scope="module")
def payroll_of_2023() -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(law, "shipped_law", law_of_2023)
        yield


def simulate(text: str, *arguments: str, lang: str, screen: bool = False) -> Result:
    given_ = ("simulate", "-f", "-", "--today", str(TODAY), *arguments)
    found = run_cae(*given_, stdin=HEAD + text, lang=lang, tty=screen, env=SCREEN if screen else {})
    assert (found.exit_code, found.stderr) == (0, "")
    return found


@FEW
@given(dossiers(), st.sampled_from(["signed", "expected", "all"]), st.sampled_from(["fr", "en"]))
def test_every_form_of_an_answer_says_the_same(text: str, view: str, lang: str) -> None:
    document = simulate(text, "--view", view, "--json", lang=lang).json
    agree(simulate(text, "--view", view, lang=lang).stdout, document, lang)
    page = simulate(text, "--view", view, lang=lang, screen=True).stdout
    lines = page.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    agree(whole(page), document, lang)

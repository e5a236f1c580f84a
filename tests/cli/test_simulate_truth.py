"""What a person reads is true: the answer, its figures and its table say one thing.

Payroll is that of 2023 for ever: 900 € net cost 1 168.16 € (see tests/forecast/kit.py). Today is
15 June 2023. Paid at 30 days, of the invoices dated on the 1st of each month from June on none is
cashed in June, two in July, one in August, none in September, two in October, none in November, two
in December, one in January, none in February, two in March, none in April, two in May.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cae_cli.rules.payroll import law
from tests.cli.kit import Result, run_cae
from tests.cli.told import agree, amounts, euros, months, table, views, whole
from tests.forecast.kit import client, law_of_2023, person, treasury

LANGS = pytest.mark.parametrize("lang", ["fr", "en"])
HEAD = """\
format = 1
activity = { name = "Essai" }
[cooperative]
contribution = { brackets = [{ rate = 0.12 }] }
[salary]
net_target = 900
"""
TWO = HEAD + treasury("0") + person("Claire") + person("Sophie") + client("1450")
ARNAUD = HEAD + treasury("5000") + person("Arnaud", "cesa 2022-01-01")


@pytest.fixture(autouse=True)
def payroll_of_2023(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(law, "shipped_law", law_of_2023)


def simulate(text: str, *arguments: str, **options: Any) -> Result:
    found = run_cae(
        "simulate", "-f", "-", "--today", "2023-06-15", *arguments, stdin=text, **options
    )
    assert (found.exit_code, found.stderr) == (0, "")
    return found


def screen(text: str, *arguments: str, lang: str) -> str:
    """Return what a terminal of 24 lines of 80 columns shows; the text comes from a file."""
    env = {"LINES": "24", "COLUMNS": "80", "TERM": "xterm", "NO_COLOR": "1"}
    return simulate(text, *arguments, lang=lang, tty=True, env=env).stdout


def answer(text: str, lang: str, *arguments: str) -> tuple[str, str, dict[str, Any]]:
    """Return the two lines of the answer, and the document, which the page is held to."""
    page = simulate(text, *arguments, lang=lang).stdout
    document = simulate(text, *arguments, "--json", lang=lang).json
    agree(page, document, lang)
    lines = page.splitlines()
    return lines[1], lines[2], document


def plain(text: str) -> str:
    """Return a text with spaces of one kind."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@LANGS
def test_signed_work_that_does_not_carry_the_pay_is_not_said_to(lang: str) -> None:
    # 1 450 € a month are 1 276 after 12 %; two times 900 € net cost 2 336.32. What lasts is 638 €
    # of cost each: 491 € net are 620.26 gross (lines of 42.80 + 2.48 + 19.54 + 5.33 + 41.44 +
    # 17.67 = 129.26) and cost 637.28 (217.43 less a reduction of 200.41); 492 cost 638.50 at least.
    # Begun in July, September ends at 3 654 − 3 × 1 274.56 < 0, in August at 1 104.88, below the
    # reserve; from September on nothing ends below 2 379.44.
    # Needed: 2 336.32 / 0.88 = 2 654.91. On savings: before any pay May 2025 ends with 24 × 1 450 −
    # 24 × 174 = 30 624, April with 27 898, June with 30 450. From July 2024 on: June, the twelfth
    # month, needs 13 × 2 336.32 = 30 372.16; July 2025 ends with 33 176 and needs 32 708.48; August
    # with 34 452 and needs 35 044.80. From June 2024 on, April would need 28 035.84.
    first, second, document = answer(TWO, lang)
    expected = {
        "fr": (
            "Dès septembre 2023 : 491 € net par personne, durablement, avec ce qui est signé.",
            "900 € : il faut 2 655 € HT par mois ; 1 450 € sont signés, il manque 1 205 €.",
        ),
        "en": (
            "From September 2023: €491 net each, lastingly, with what is signed.",
            "€900: it takes €2,655 excl. VAT a month; €1,450 is signed, €1,205 is missing.",
        ),
    }
    assert (plain(first), plain(second)) == expected[lang]
    assert document["first_salary"]["signed"]["month"] is None
    assert document["first_salary"]["signed"]["on_reserves"] == {
        "month": "2024-07", "until": "2025-07", "open_end": False,
    }  # fmt: skip
    row = views(simulate(TWO, lang=lang).stdout, lang)["signed"]
    assert row == (1450, [49100], "2024-07", 13, None)


@LANGS
def test_one_small_client_does_not_pay_900(lang: str) -> None:
    # 450 € a month are 396: 305 € net are 385.30 gross (80.30 of lines) and cost 395.87 (135.06
    # less 124.49); 1 328 € would be needed, as 1 168.16 / 0.88 = 1 327.45
    first, second, document = answer(HEAD + treasury("0") + client("450"), lang)
    assert (months(first, lang), amounts(first, lang)) == (
        ["2023-09"], [30500],
    )  # fmt: skip
    assert document["first_salary"]["signed"]["missing_per_month"] == 878
    assert amounts(second, lang) == [90000, 132800, 45000, 87800]


@LANGS
@pytest.mark.parametrize("begun", ["2023-06", "2022-09"])
def test_what_is_missing_is_counted_from_today_on_without_end(lang: str, begun: str) -> None:
    # whatever months lie before today, 1 328 € a month earn 900 € net, and 1 327 do not
    text = HEAD + treasury("0", begun)
    _, second, document = answer(text, lang)
    assert document["first_salary"]["signed"]["missing_per_month"] == 1328
    assert amounts(second, lang)[-4:] == [90000, 132800, 0, 132800]
    for euros_, month in ((1328, "2023-09"), (1327, None)):
        found = answer(text + client(str(euros_)), lang)[2]["first_salary"]["signed"]
        assert found["month"] == month


#: 3 000 € a month, and 30 000 € of equipment in March 2025. From July 2023 on, March 2025 is the
#: 21st month: 22 × 3 000 − 22 × 360 − 21 × 1 168.16 − 30 000 = 3 548.64; April, without any
#: payment, ends at 2 020.48, and May, with two, at 6 492.32. September 2023, the lowest of the
#: first year, ends at 4 055.52.
EQUIPPED = (
    HEAD + treasury("0") + client("3000")
    + '[[investments]]\nlabel = "Tracteur"\namount = 30000\ndate = 2025-03-15\n'
)  # fmt: skip


@LANGS
def test_the_lowest_is_that_of_the_months_of_the_claim(lang: str) -> None:
    first, second, document = answer(EQUIPPED, lang)
    found = document["first_salary"]["signed"]
    assert (found["month"], found["sustained_until"]) == ("2023-07", "2025-06")
    assert (found["lowest_treasury"], found["lowest_month"]) == (2020.48, "2025-04")
    assert (
        plain(second)
        == {
            "fr": "Tient jusqu’en juin 2025 au moins ; au plus bas, 2 020,48 € fin avril 2025.",
            "en": "It holds at least until June 2025; at the lowest, €2,020.48 at the end of "
            "April 2025.",
        }[lang]
    )
    assert months(first, lang) == ["2023-07"]


@LANGS
def test_everything_on_a_page_is_of_one_view(lang: str) -> None:
    # a second client at 50 %: what is signed decides the sentence, the star and the rows
    more = client("2000", more=", probability = 0.5").replace("Mairie", "Hôtel")
    text = HEAD + treasury("0") + client("3000") + more
    for view, invoiced in (("signed", 300000), ("expected", 400000), ("all", 500000)):
        first, _, document = answer(text, lang, "--view", view)
        rows = table(simulate(text, "--view", view, lang=lang).stdout, lang)
        assert {row.invoiced for row in rows} == {invoiced}
        (starred,) = (row for row in rows if row.sign == "*")
        assert (
            [str(starred.first)] == months(first, lang) == [document["first_salary"][view]["month"]]
        )
        assert str(starred.first) == "2023-07"


@LANGS
def test_the_number_of_rows_changes_no_answer(lang: str) -> None:
    whole = answer(TWO, lang)
    for rows in ("1", "10", "36", "40"):
        cut = answer(TWO, lang, "--months", rows)
        assert cut[:2] == whole[:2]
        for key in ("first_salary", "lasting_net", "minimum_month", "running", "paid", "salary"):
            assert cut[2][key] == whole[2][key]
        assert len(cut[2]["months"]) == int(rows)
    assert len(whole[2]["months"]) == 36


@LANGS
def test_without_a_treasury_the_projection_begins_today_and_says_what_it_takes(lang: str) -> None:
    # a CAPE since October 2019: the three years ended on 3 October 2022
    text = HEAD + person("Lulu", "cape 2019-10-03") + client("3000", "2019-11-01")
    page = plain(simulate(text, lang=lang).stdout)
    document = answer(text, lang)[2]
    assert (document["from"], document["to"]) == ("2023-06", "2026-05")
    # the line after the answer
    assert "cae set treasury 3200" in page.splitlines()[3]
    # June: the invoice of May is paid on the 31st, that of June on 1 July; 360 are taken
    june = document["months"][0]
    assert (june["invoiced"], june["cashed"], june["treasury"]) == (3000, 0, -360)
    assert june["receivable"] == 3000
    # a deadline passed long ago is told
    codes = [note["code"] for note in document["warnings"]]
    assert codes[0] == "associate-deadline"
    deadline = {"fr": "octobre 2022", "en": "October 2022"}[lang]
    assert deadline in page
    assert deadline in plain(screen(text, lang=lang))


@LANGS
def test_who_is_paid_already_reads_until_when(lang: str) -> None:
    # 5 000: June ends at 3 831.84, July at 2 663.68, August at 1 495.52, September at 327.36, which
    # is 840.80 less than a month's cost
    first, second, document = answer(ARNAUD, lang)
    assert document["running"] == {
        "holds_until": "2023-08",
        "breaks": {"month": "2023-09", "treasury": 327.36, "short": 840.8},
    }
    assert document["first_salary"]["signed"]["month"] is None
    assert (
        plain(first)
        == {
            "fr": "Votre salaire, 900 € net, tient jusqu’en août 2023, avec ce qui est signé. Fin "
            "septembre 2023, il reste 327,36 € : il manque 840,80 € à votre réserve.",
            "en": "Your pay, €900 net, holds until August 2023, with what is signed. At the end of "
            "September 2023, €327.36 is left: €840.80 short of your reserve.",
        }[lang]
    )
    assert amounts(second, lang)[-4:] == [90000, 132800, 0, 132800]
    rows = table(simulate(ARNAUD, lang=lang).stdout, lang)
    assert [(row.sign, row.treasury) for row in rows[:4]] == [
        ("", 383184), ("", 266368), ("", 149552), ("!", 32736),
    ]  # fmt: skip
    assert {row.salaries for row in rows} == {116816}


@LANGS
def test_who_is_paid_already_and_earns_it_reads_that_it_lasts(lang: str) -> None:
    _, second, document = answer(ARNAUD + client("3000"), lang)
    assert document["running"]["breaks"] is None
    # to the last month in which a pay could begin
    assert document["running"]["holds_until"] == "2026-05"
    lasting = document["lasting_net"]["signed"]
    assert lasting["month"] == "2023-06"
    assert amounts(second, lang) == [euros(lasting["net"][0]["net"])]


EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
DOSSIERS: dict[str, Callable[[], str]] = {
    "two": lambda: TWO,
    "small": lambda: HEAD + client("450"),
    "nothing": lambda: HEAD,
    "equipped": lambda: EQUIPPED,
    "running": lambda: ARNAUD,
    "views": lambda: TWO + client("9000", more=", probability = 0.5").replace("Mairie", "H"),
    "past": lambda: TWO.replace('"2023-06"', '"2022-09"'),
    "decided": lambda: HEAD + 'start = "2023-06"\n' + client("3000"),
    "no target": lambda: HEAD.replace("net_target = 900\n", "") + client("3000"),
    "dates": lambda: TWO.replace("contracts = []", "contracts = [{ kind = 'cape', start = "
                                 "2022-10-03, end = 2023-10-02 }]\nunemployment_benefit_until = "
                                 "2023-06-30"),
    **{path.stem: lambda path=path: path.read_text("utf-8") for path in EXAMPLES},  # type: ignore[misc]
}  # fmt: skip


@LANGS
@pytest.mark.parametrize("name", DOSSIERS)
def test_the_answer_fits_one_screen_and_adds_up(name: str, lang: str) -> None:
    text = DOSSIERS[name]()
    page = screen(text, lang=lang)
    lines = page.splitlines()
    assert len(lines) <= 23  # the prompt takes one
    assert max(map(len, lines)) <= 80
    document = simulate(text, "--json", lang=lang).json
    agree(whole(page), document, lang)
    agree(simulate(text, lang=lang).stdout, document, lang)
    # at least the next three months stand by themselves
    today = [row for row in table(page, lang) if str(row.last) >= "2023-06"]
    assert [row.first for row in today[:3]] == [row.last for row in today[:3]]


@LANGS
def test_an_amount_is_the_same_in_every_form(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "two.toml"
    path.write_text(TWO, "utf-8")
    document = simulate(TWO, "--json", lang=lang).json
    run_cae("simulate", str(path), "--csv", "-o", str(tmp_path / "two.csv"), lang=lang,
            env={"CAE_TODAY": "2023-06-15"})  # fmt: skip
    written = (tmp_path / "two.csv").read_text("utf-8-sig").splitlines()
    assert len(written) == 1 + len(document["months"])


LATE = """\
format = 1
activity = { name = "Essai" }
treasury = { balance = 0, month = "2026-11" }
cooperative = { contribution = { brackets = [{ rate = 0.12 }] } }
salary = { net_target = 900 }
expenses = [{ label = "Téléphone", amount = 56 }]
[[entrepreneurs]]
name = "Claire"
[[entrepreneurs]]
name = "Sophie"
[[clients]]
name = "Mairie"
prestations = [{ label = "Permanence", amount = 1450, start = 2026-11-01 }]
"""


@pytest.mark.parametrize(("lang", "words"), [("fr", "ne tient pas"), ("en", "does not hold")])
def test_a_pay_that_late_payments_break_at_once_does_not_hold_for_zero_months(
    lang: str, words: str
) -> None:
    # The lasting pay begins in February. Paid 30 days later, the invoices of November and December
    # alone are cashed by then (31 December, 30 January): 2 × 1 450 − 4 × (174 + 56) = 1 980. The
    # pay leaves 1 980 − cost, and the reserve is the cost: 2 × cost − 1 980 is missing.
    found = run_cae("simulate", "-f", "-", "--today", "2026-11-25", "--json", stdin=LATE, lang=lang)
    document = found.json
    assert document["paid"]["from"] == "2027-02"
    cost = next(row["salary_cost"] for row in document["months"] if row["month"] == "2027-02")
    (told,) = [n["text"] for n in document["warnings"] if n["code"] == "late-payments-break"]
    assert words in told
    assert str(round(2 * cost - 1980)) in told

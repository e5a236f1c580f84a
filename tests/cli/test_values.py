"""What a person types: what has one reading is taken, what has two is refused with both."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from cae_cli.cli.shell import values
from cae_cli.cli.shell.readers import heard
from cae_cli.errors import UsageError
from cae_cli.language import Language
from cae_cli.months import Month
from cae_cli.written.texts import folded, plain
from tests.cli.kit import run_cae
from tests.cli.sample import COMMANDS as SAMPLE
from tests.cli.test_numbers import refusal


@pytest.fixture(autouse=True)
def _nothing_heard_before() -> Iterator[None]:
    heard.take()
    yield
    heard.take()


def echoes(lang: str = "en") -> list[str]:
    return [Language(lang).tell(said) for said in heard.take()]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1\u00a0200", "1 200"),
        ("1\u202f200\u2009€", "1 200 €"),
        ("\ufeff4\u200b5\u2060", "45"),
        ("\u2212758", "-758"),
        ("10\u201312", "10-12"),
        ("l\u2019été", "l'été"),
        ("\u201cmois\u201d \u00aban\u00bb", '"mois" "an"'),
        ("  a \t b\n", "a b"),
    ],
)
def test_pasted_characters_are_made_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_folding_keeps_what_is_not_an_accent() -> None:
    assert folded("Été À L’Œuvre") == "ete a l'œuvre"
    assert folded("5²") == "5²"


DAY = dt.date(2026, 11, 30)
AUGUST = dt.date(2027, 8, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-30", DAY),
        ("2026/11/30", DAY),
        ("2026.11.30", DAY),
        ("30/11/2026", DAY),
        ("30-11-2026", DAY),
        ("30.11.2026", DAY),
        ("30 11 2026", DAY),
        ("30/11/26", DAY),
        ("30 novembre 2026", DAY),
        ("le 30 novembre 2026", DAY),
        ("30 NOV. 2026", DAY),
        ("30 November 2026", DAY),
        ("November 30, 2026", DAY),
        ("Nov 30th 2026", DAY),
        ("30\u00a0novembre\u202f2026", DAY),
        ("1er août 2027", AUGUST),
        ("1 aout 2027", AUGUST),
        ("1/8/2027", AUGUST),
        ("01/08/2027", AUGUST),  # the day first, in English too
        ("1st of August 2027", AUGUST),
        ("2027\u201108\u201101", AUGUST),
        ("29 février 2028", dt.date(2028, 2, 29)),
        ("2024-02-29", dt.date(2024, 2, 29)),
    ],
)
def test_days(text: str, day: dt.date) -> None:
    assert values.day(text, "--start") == day


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("2025-02-29", "not a day of the calendar", "2026-11-30"),
        ("31/11/2026", "not a day of the calendar", "30/11/2026"),
        ("11/30/2026", "not a day of the calendar", "The day comes first"),
        ("20261123", "not a date", "2026-11-30"),
        ("2026-W01-1", "not a date", "2026-11-30"),
        ("30/11", "not a date", "30/11/2026"),
        ("30/11-2026", "not a date", "30/11/2026"),
        ("26-11-30", "not a date", "30/11/2026"),  # of 2026, or of 2030?
        ("novembre 2026", "not a date", "“30 novembre 2026”"),
        ("30 ma 2026", "not a date", "2026-11-30"),
        ("30 jui 2026", "not a date", "2026-11-30"),  # June or July
        ("demain", "not a date", "2026-11-30"),
        ("٣٠/١١/٢٠٢٦", "not a date", "2026-11-30"),
        ("1066-10-14", "out of reach", "from 1990 to 2199"),
        ("", "not a date", "2026-11-30"),
    ],
)
def test_refused_days(text: str, what: str, remedy: str) -> None:
    told = refusal(values.day, text)
    assert what in told[0]
    assert remedy in told[1]


@pytest.mark.parametrize(
    "text",
    ["2026-11", "11/2026", "11-2026", "11.2026", "2026/11", "novembre 2026", "nov. 2026",
     "Nov 2026", "November 2026", "NOVEMBRE\u00a02026"],
)  # fmt: skip
def test_months_of_a_year(text: str) -> None:
    assert values.month(text, "--month") == Month.parse("2026-11")


@pytest.mark.parametrize(
    "text", ["2026-13", "0/2026", "11/26", "novembre", "30/11/2026", "mai", "jui 2026", "2026", ""]
)
def test_refused_months(text: str) -> None:
    what, remedy = refusal(values.month, text)
    assert what == f"--flag: “{text}” is not a month."
    assert remedy == "Type a month such as 2026-11, 11/2026 or “novembre 2026”."


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3,4,5,9,10", (3, 4, 5, 9, 10)),
        ("[3, 4]", (3, 4)),
        ("3-5,9", (3, 4, 5, 9)),
        ("11-2", (1, 2, 11, 12)),
        ("9 9 3", (3, 9)),
        ("12", (12,)),
        ("mars", (3,)),
        ("avril-octobre", (4, 5, 6, 7, 8, 9, 10)),
        ("avril à octobre", (4, 5, 6, 7, 8, 9, 10)),
        ("d’avril à octobre", (4, 5, 6, 7, 8, 9, 10)),
        ("Avr. – oct.", (4, 5, 6, 7, 8, 9, 10)),
        ("de novembre à février", (1, 2, 11, 12)),
        ("April to June, September", (4, 5, 6, 9)),
        ("mars, avril et mai", (3, 4, 5)),
        ("juillet août", (7, 8)),
        ("August", (8,)),
        ("4 à 10", (4, 5, 6, 7, 8, 9, 10)),
    ],
)
def test_seasons(text: str, months: tuple[int, ...]) -> None:
    assert values.months(text, "--months") == months


@pytest.mark.parametrize("text", ["", "0", "13", "ma", "jui", "3-", "3-13", "3,,x", "été", "1-2-3"])
def test_refused_seasons(text: str) -> None:
    assert "not a list of months" in refusal(values.months, text)[0]


SAID = """
once       once | une fois | ponctuel | Ponctuelle | unique
week       week | 1 week | 1 weeks | weekly | semaine | chaque semaine | hebdomadaire
week       toutes les semaines | par semaine | tous les huit jours
month      month | 1 month | monthly | mois | mensuel | Mensuelle | tous les mois | par mois
month      1 mois | une fois par mois | every month
quarter    quarter | trimestre | trimestriel | chaque trimestre | quarterly
half-year  Half-Year | semestre | semestriel | half year
year       year | an | année | annuel | tous les ans | par an | 1 an | yearly
month-end  month-end | fin de mois | en fin de mois | à la fin du mois | end of month
2 weeks     2  weeks  | 2 semaines | deux semaines | toutes les deux semaines | every two weeks
2 weeks    tous les 15 jours | quinze jours | une fois par quinzaine | fortnightly
2 weeks    every other week
3 months   3 months | 3 mois | tous les trois mois
2 months   2 mois | bimestriel | tous les deux mois
24 months  2 ans | tous les deux ans
18 months  18 months | 18 mois
10 days    10 days | 10 jours | tous les 10 jours | 10 j
15 days    15 days | every 15 days
1 days     every day | chaque jour | 1 jour
"""


@pytest.mark.parametrize("line", SAID.strip().splitlines())
def test_rhythms(line: str) -> None:
    word, said = line[:11].strip(), line[11:].split("|")
    for text in said:
        assert values.every(text, "--every") == word, text


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("bimensuel", "in two ways", "Type “2 weeks” or “month”."),
        ("biweekly", "in two ways", "Type “2 weeks” or “week”."),
        ("mensuell", "not a rhythm", "Did you mean “month”?"),
        ("soon", "not a rhythm", "N days, N weeks, N months"),
        ("0 months", "not a rhythm", "N days"),
        ("99999 weeks", "not a rhythm", "N days"),
        ("", "not a rhythm", "Known: once, week, month"),
    ],
)
def test_refused_rhythms(text: str, what: str, remedy: str) -> None:
    told = refusal(values.every, text)
    assert what in told[0]
    assert remedy in told[1]


KINDS = ("cape", "cesa", "other")
VIEWS = ("signed", "expected", "all")


@pytest.mark.parametrize(
    ("text", "choices", "word"),
    [
        ("cape", KINDS, "cape"),
        ("CESA", KINDS, "cesa"),
        ("autre", KINDS, "other"),
        ("signé", VIEWS, "signed"),
        ("Tout", VIEWS, "all"),
        ("oui", ("true", "false"), "true"),
        ("Français", ("fr", "en"), "fr"),
    ],
)
def test_choices(text: str, choices: tuple[str, ...], word: str) -> None:
    assert values.choice(text, "--flag", choices) == word


def test_refused_choices() -> None:
    assert refusal(lambda text, flag: values.choice(text, flag, KINDS), "cap") == (
        "--flag: “cap” is not known here.",
        "Did you mean cape? Known: cape, cesa, other.",
    )
    with pytest.raises(UsageError):
        values.choice("tout", "--kind", KINDS)  # French for a word of another choice


def test_whole_numbers() -> None:
    assert values.whole("36", "--months", 1, 600) == 36
    assert values.whole("1\u202f000", "--headcount") == 1000
    assert refusal(values.whole, "3.5")[0] == "--flag: “3.5” is not a whole number."
    assert refusal(values.whole, "9" * 13)[0].endswith("is not a whole number.")
    with pytest.raises(UsageError):
        values.whole("0", "--months", 1, 600)
    with pytest.raises(UsageError):
        values.whole("601", "--months", 1, 600)
    assert values.whole("600", "--months", 1, 600) == 600
    assert values.whole("−3", "--flag", -5, 5) == -3


def test_names() -> None:
    assert values.name("Mairie d’Embrun", "NAME") == "Mairie d’Embrun"
    assert refusal(values.name, "  ")[0] == "--flag: the text is empty."
    assert refusal(values.name, "x" * 201)[0] == f"--flag: “{'x' * 20}…” is too long."


def test_absent_flag_is_no_value() -> None:
    assert values.given(values.month, None, "--month") is None
    assert values.given(values.month, "2026-11", "--month") == Month.parse("2026-11")


def test_what_could_have_been_written_otherwise_is_echoed() -> None:
    values.day("30/11/2026", "--start")
    values.day("2026-11-30", "--end")  # as the file writes it: nothing to echo
    values.month("11/2026", "--month")
    values.every("tous les 15 jours", "--every")
    values.every("month", "--every")
    values.months("avril-juin", "--months")
    values.months("4-6", "--months")
    assert echoes() == [
        "Understood: --start 30 November 2026.",
        "Understood: --month November 2026.",
        "Understood: --every “2 weeks”.",
        "Understood: --months 4, 5, 6.",
    ]
    assert echoes() == []


def test_the_echo_is_told_beside_the_answer_of_its_own_run() -> None:
    values.day("1/1/2020", "--start")  # of another run
    told = run_cae("greet", "x", "--today", "1er août 2027", lang="fr", commands=SAMPLE)
    assert told.stdout == "x month n 1er août 2027 None\n"
    assert told.stderr == "Compris\u00a0: --today 1er août 2027.\n"
    refused = run_cae("greet", "x", "--today", "1/8/2027", "--amount", "x", commands=SAMPLE)
    assert "Compris" not in refused.stderr


TERMS = """
on invoice             comptant | à réception | on receipt | On Invoice | 0 jours
30 days                30 | 30 jours | 30 j | 30 jours nets | à 30 jours | trente jours | 30 days
45 days, month end     45 jours fin de mois | 45 j FDM | 45 days month end | 45 days, end of month
month end, 45 days     fin de mois 45 jours | month end, 45 days | fin de mois, 45 jours
1 month                1 mois | un mois | 1 month
1 month, month end     1 mois fin de mois
30 days, month end, the 10th    30 jours fin de mois le 10 | 30 days, month end, the 10th
60 days, the 1st       60 jours le 1er
"""


@pytest.mark.parametrize("line", TERMS.strip().splitlines())
def test_terms_of_payment(line: str) -> None:
    terms, said = re.split(r" {2,}", line, maxsplit=1)
    for text in said.split("|"):
        assert values.payment(text.strip(), "--payment") == terms, text


@pytest.mark.parametrize("text", ["", "soon", "bientôt", "30 semaines", "800 jours", "30 le 31"])
def test_refused_terms(text: str) -> None:
    what, remedy = refusal(values.payment, text)
    assert "no term of payment" in what
    assert "45 days, month end" in remedy


def test_the_reading_taken_of_two_lawful_ones_is_echoed() -> None:
    assert values.payment("45 jours fin de mois", "--payment") == "45 days, month end"
    assert values.payment("fin de mois + 45 jours", "--payment") == "month end, 45 days"
    assert values.payment("30 days", "--payment") == "30 days"
    assert values.payment("on invoice, the 15th", "--payment") == "on invoice, the 15th"
    assert echoes() == [
        "Understood: --payment “45 days, month end” (the delay first, then the end of that month).",
        "Understood: --payment “month end, 45 days”.",
    ]

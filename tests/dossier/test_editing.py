"""Edits of text: only their own lines change, whatever the style of the file."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cae_cli.dossier.adding import add_contract, add_prestation
from cae_cli.dossier.editing import append, remove, set_value
from cae_cli.dossier.reading import read
from cae_cli.errors import CaeError
from cae_cli.language import Language
from cae_cli.months import Month
from cae_cli.toml.expected import same, value_at
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.text import parse_toml
from cae_cli.toml.values import euros, plain

ENGLISH = Language("en")
PRESTATION = {
    "label": "Permanence",
    "amount": euros(45000),
    "every": "month",
    "start": dt.date(2026, 11, 1),
    "end": None,
    "months": [3, 4],
}

WRITTEN = """\
# Le dossier d'Éa
format = 1

[activity]
name = "Éa"   # l'activité

# --- Les clients ---

[[clients]]
name = "Mairie"

  [[clients.prestations]]
  label = "Une"
  amount = 450
  start = 2026-11-01
  # ancien prix : 400

# Le second, qui paie tard
[[clients]]
name = "Gîte"
trade = \"\"\"
[[clients]]
\"\"\"

# --- Les frais ---

[[expenses]]
label = "Téléphone"
amount = 25.00
# fin
"""


def test_a_prestation_goes_after_the_last_of_its_client() -> None:
    before, after = WRITTEN.split("\n# Le second")
    assert append(WRITTEN, ("clients", 0, "prestations"), PRESTATION) == (
        before
        + """
  [[clients.prestations]]
  label = "Permanence"
  amount = 450.00
  every = "month"
  start = 2026-11-01
  months = [3, 4]

# Le second"""
        + after
    )


def test_a_first_prestation_goes_below_its_client_before_the_next_title() -> None:
    before, after = WRITTEN.split("\n# --- Les frais")
    assert append(WRITTEN, ("clients", 1, "prestations"), {"label": "x"}) == (
        f'{before}\n  [[clients.prestations]]\n  label = "x"\n\n# --- Les frais{after}'
    )


def test_a_client_goes_after_the_last_one_with_its_prestations() -> None:
    before, after = WRITTEN.split("\n# --- Les frais")
    client = {"name": "L'Épi", "payment": "45 days", "prestations": [{"label": "x"}]}
    assert append(WRITTEN, ("clients",), client) == (
        before
        + """
[[clients]]
name = "L'Épi"
payment = "45 days"

  [[clients.prestations]]
  label = "x"

# --- Les frais"""
        + after
    )


def test_a_first_element_goes_where_its_section_belongs() -> None:
    before, after = WRITTEN.split("\n# --- Les clients")
    assert append(WRITTEN, ("entrepreneurs",), {"name": "Lulu"}) == (
        f'{before}\n[[entrepreneurs]]\nname = "Lulu"\n\n# --- Les clients{after}'
    )
    assert append(WRITTEN, ("investments",), {"label": "Tondeuse", "amount": euros(480000)}) == (
        f'{WRITTEN}\n[[investments]]\nlabel = "Tondeuse"\namount = 4800.00\n'
    )


def test_line_ends_and_a_missing_last_one_are_kept() -> None:
    text = WRITTEN.replace("\n", "\r\n").removesuffix("\r\n")
    added = append(text, ("expenses",), {"label": "x"})
    assert added == text + '\r\n\r\n[[expenses]]\r\nlabel = "x"\r\n'


INLINE = """\
format = 1
activity.name = "x"
clients = [
  { name = "A", prestations = [{label="a", amount=1}] }, # un
  { name = "B" } # deux
  # fin
]
expenses = [{label="t"},]
treasury.balance = 3 # solde
salary = {}
"""


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (("clients",), '{ name = "B" } # deux', '{ name = "B" }, # deux\n  { label = "é" }'),
        (("clients", 0, "prestations"), "amount=1}]", 'amount=1}, { label = "é" }]'),
        (("clients", 1, "prestations"), '"B" }', '"B", prestations = [{ label = "é" }] }'),
        (("expenses",), '"t"},]', '"t"}, { label = "é" },]'),
        (("investments",), "salary = {}\n", 'salary = {}\n\n[[investments]]\nlabel = "é"\n'),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lists_between_brackets_stay_so(path: KeyPath, old: str, new: str, end: str) -> None:
    added = append(INLINE.replace("\n", end), path, {"label": "é"})
    assert added == INLINE.replace(old, new).replace("\n", end)


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("treasury", "balance"), euros(320000), "= 3 #", "= 3200.00 #"),
        (
            ("treasury", "month"),
            Month.parse("2026-11"),
            "solde\n",
            'solde\ntreasury.month = "2026-11"\n',
        ),
        (("salary", "net_target"), euros(90000), "{}", "{ net_target = 900.00 }"),
        (("clients", 1, "payment"), "45 days", '"B" }', '"B", payment = "45 days" }'),
        (("clients", 0, "prestations", 0, "amount"), euros(200), "amount=1}", "amount=2.00}"),
        (
            ("cooperative", "payroll", "headcount"),
            60,
            "salary = {}\n",
            "salary = {}\n\n[cooperative.payroll]\nheadcount = 60\n",
        ),
    ],
)
def test_a_value_is_set_where_it_stands(path: KeyPath, value: object, old: str, new: str) -> None:
    assert set_value(INLINE, path, value) == INLINE.replace(old, new)


def test_a_new_key_joins_its_table_and_a_new_table_its_section() -> None:
    text = WRITTEN.replace("[activity]", "[activity]  # qui")
    assert set_value(text, ("activity", "trade"), "Secrétariat") == text.replace(
        "activité\n", 'activité\ntrade = "Secrétariat"\n'
    )
    before, after = text.split("\n# --- Les clients")
    assert set_value(text, ("treasury", "balance"), euros(-50)) == (
        f"{before}\n[treasury]\nbalance = -0.50\n\n# --- Les clients{after}"
    )


@pytest.mark.parametrize(
    ("text", "path", "old", "new"),
    [
        (WRITTEN, ("activity", "name"), 'name = "Éa"   # l\'activité\n', "# l'activité\n"),
        (
            WRITTEN,
            ("clients", 0),
            WRITTEN[WRITTEN.index("[[clients]]") : WRITTEN.index("  # ancien")],
            "",
        ),
        (WRITTEN, ("expenses", 0), '[[expenses]]\nlabel = "Téléphone"\namount = 25.00\n', ""),
        (INLINE, ("clients", 0), '{ name = "A", prestations = [{label="a", amount=1}] }, ', ""),
        (INLINE, ("clients", 1), '{ name = "B" } ', ""),
        (INLINE, ("clients", 0, "prestations", 0), '{label="a", amount=1}', ""),
        (INLINE, ("clients", 0, "prestations", 0, "label"), 'label="a", ', ""),
        (INLINE, ("clients", 0, "prestations", 0, "amount"), ", amount=1", ""),
        (INLINE, ("treasury", "balance"), "treasury.balance = 3 # solde\n", "# solde\n"),
    ],
)
def test_only_what_is_removed_goes(text: str, path: KeyPath, old: str, new: str) -> None:
    assert remove(text, path) == text.replace(old, new)


def test_what_cannot_be_edited_is_told_line_by_line() -> None:
    text = 'format = 1\nactivity.name = "x"\n[[clients]]\nname.first = "A"\n'
    with pytest.raises(CaeError) as caught:
        set_value(text, ("clients",), [])
    problem = caught.value.problem
    assert problem.code == "CAE-E003"
    assert problem.remedy is not None
    assert ENGLISH.tell(problem.remedy) == (
        "Remove what starts at line 3. Type this as the first line:\nclients = []"
    )


def test_names_that_cannot_be_written_are_refused() -> None:
    with pytest.raises(CaeError) as caught:
        append(WRITTEN, ("clients",), {"name": "caf\udce9"})
    assert caught.value.problem.code == "CAE-E005"


PEOPLE = """\
format = 1
activity.name = "x"
clients = [{ name = "Mairie de Gap" }, { name = "Gîte" }, { name = "Gîte" }]
entrepreneurs = [{ name = "Lulu" }]
"""


def test_names_are_found_whatever_their_capitals_and_the_nearest_is_suggested() -> None:
    known = read("cae.toml", PEOPLE.encode())
    added = add_prestation(known, "mairie de gap", PRESTATION)
    assert value_at(parse_toml(added), ("clients", 0, "prestations", 0, "label")) == "Permanence"
    with pytest.raises(CaeError) as caught:
        add_prestation(known, "Mairie de Gpa", PRESTATION)
    assert caught.value.problem.code == "CAE-E001"
    assert ENGLISH.tell(caught.value.problem.what) == "There is no client “Mairie de Gpa”."
    assert caught.value.problem.remedy is not None
    assert ENGLISH.tell(caught.value.problem.remedy) == "Did you mean “Mairie de Gap”?"
    with pytest.raises(CaeError) as caught:
        add_prestation(known, "Gîte", PRESTATION)
    assert caught.value.problem.code == "CAE-E002"
    contract = {"kind": "cesa", "start": dt.date(2026, 1, 1)}
    assert 'contracts = [{ kind = "cesa", start = 2026-01-01 }]' in add_contract(
        known, "Lulu", contract
    )


# --- any file --------------------------------------------------------------------------------

names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
comments = st.lists(
    st.sampled_from(["", "# [[clients]]", "  # déjà", "", "#", "# --- titre ---"]), max_size=3
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A valid text, in one of many styles: comments, blanks, inline or not, CRLF or not."""
    lines = [*draw(comments), "format = 1", *draw(comments)]
    if draw(st.booleans()):
        lines += ['activity.name = "Éa"  # note', *draw(comments)]
    else:
        lines += ['activity = { name = "Éa" }']
    clients = draw(st.lists(st.integers(0, 2), max_size=3))
    sections = [expense_lines(draw), client_lines(draw, clients)]
    if draw(st.booleans()):
        sections.reverse()
    inline = [s for s in sections if s and "[[" not in s[0]]
    headed = [s for s in sections if s and "[[" in s[0]]
    for section in inline + headed:
        lines += [*draw(comments), *section]
    lines += draw(comments)
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end]))


def expense_lines(draw: st.DrawFn) -> list[str]:
    style = draw(st.sampled_from(["", "inline", "headed"]))
    if style == "inline":
        return ['expenses = [ {label="t", amount=1.50}, # note', "  ]"]
    return ["[[expenses]]", 'label = "t"', "amount = 1.50 # note"] if style else []


def client_lines(draw: st.DrawFn, clients: list[int]) -> list[str]:
    style = draw(st.sampled_from(["inline", "lines", "headed"]))
    item = '{ label = "]", amount = 4, start = 2026-11-01 }'
    lines: list[str] = []
    for number, prestations in enumerate(clients):
        name = f'"Client {number}"'
        if style == "headed":
            lines += ["[[clients]]", f"name = {name}", *draw(comments)]
            indent = draw(st.sampled_from(["", "  "]))
            for _ in range(prestations):
                lines += [f"{indent}[[clients.prestations]]", f"{indent}amount = 4 # x"]
                lines += [f'{indent}label = "[[clients]]"', f"{indent}start = 2026-11-01"]
                lines += draw(comments)
        else:
            lines.append(
                f"  {{ name = {name}, prestations = [{', '.join([item] * prestations)}] }},"
            )
    if style == "headed" or not clients:
        return lines
    if style == "inline":
        return [f"clients = [{' '.join(line.strip() for line in lines)}]"]
    return ["clients = [ # tous", *lines, "  # fin", "]"]


entries = st.fixed_dictionaries(
    {"label": names, "amount": st.integers(0, 10**14).map(euros)},
    optional={
        "every": st.sampled_from(["month", "2 weeks"]),
        "start": st.dates(dt.date(1990, 1, 1), dt.date(2199, 12, 31)),
        "months": st.lists(st.integers(1, 12), min_size=1, max_size=3),
        "probability": st.decimals(0, 1, places=2),
        "direct": st.booleans(),
    },
)
anything = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def keeps_every_line(text: str, edited: str) -> bool:
    """Tell whether each line of a text stands in another, in the same order, commas apart."""
    lines = iter(edited.split("\n"))
    return all(any(kept(line, other) for other in lines) for line in text.split("\n"))


def kept(line: str, other: str) -> bool:
    """A line is kept as it is, or with something added inside brackets."""
    if line == other or line.rstrip("\r") == other.rstrip("\r"):
        return True
    characters = iter(other)
    return "[" in line + other and all(c in characters for c in line)


@given(text=texts(), entry=entries, data=st.data())
@anything
def test_an_addition_keeps_all_the_rest(
    text: str, entry: Mapping[str, object], data: st.DataObject
) -> None:
    before = parse_toml(text)
    count = len(value_at(before, ("clients",)) or [])
    lists: list[KeyPath] = [("clients",), ("expenses",), ("investments",), ("entrepreneurs",)]
    lists += [("clients", index, "prestations") for index in range(count)]
    path = data.draw(st.sampled_from(lists))
    edited = append(text, path, entry)
    after = parse_toml(edited)
    items = value_at(after, path)
    assert same(items[-1], plain(entry))
    assert same(items[:-1], value_at(before, path) or [])
    assert keeps_every_line(text, edited)
    assert same(parse_toml(remove(edited, (*path, len(items) - 1))), before)


@given(text=texts(), balance=st.integers(-(10**14), 10**14).map(euros))
@anything
def test_setting_twice_is_setting_once(text: str, balance: Decimal) -> None:
    path = ("treasury", "balance")
    once = set_value(text, path, balance)
    assert keeps_every_line(text, once)
    assert set_value(once, path, balance) == once
    assert value_at(parse_toml(set_value(once, path, euros(1))), path) == Decimal("0.01")


@given(text=texts(), data=st.data())
@anything
def test_a_removal_takes_nothing_else(text: str, data: st.DataObject) -> None:
    before = parse_toml(text)
    clients = value_at(before, ("clients",)) or []
    paths: list[KeyPath] = [("clients", index) for index in range(len(clients))]
    paths += [("expenses", 0)] if "expenses" in before else []
    if not paths:
        return
    path = data.draw(st.sampled_from(paths))
    removed = remove(text, path)
    expected = [item for index, item in enumerate(value_at(before, path[:1])) if index != path[1]]
    assert same(value_at(parse_toml(removed), path[:1]) or [], expected)
    lines = iter(text.split("\n"))
    assert all(any(kept(line, other) for other in lines) for line in removed.split("\n"))

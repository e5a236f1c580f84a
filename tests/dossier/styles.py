"""Valid dossiers as people may write them: comments, styles, orders and line ends at random."""

import datetime as dt

from hypothesis import strategies as st

from cae_cli.toml.values import inline

COMMENTS = ["", "# note", "  # [[clients]]", "#", '# name = "x"', "# --- titre ---"]
comments = st.lists(st.sampled_from(COMMENTS), max_size=2)
names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(str.strip)
days = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)).map(str)
amounts = st.sampled_from(["1", "450", "450.5", "1_200.00", "32.50", "1e3", "0"])


@st.composite
def dossiers(draw: st.DrawFn) -> str:
    """A valid dossier; keys, order of sections, brackets and blanks vary."""
    sections = [_client(draw) for _ in range(draw(st.integers(0, 3)))]
    headed = draw(st.booleans())
    parts = [["activity.name = " + draw(names.map(inline))]]
    if draw(st.booleans()):
        parts.append([f"treasury.balance = {draw(amounts)}{draw(_tail)}"])
        if draw(st.booleans()):
            parts.append(['treasury.month = "2026-10"'])
    if sections and not headed:
        parts.append(_braces(sections, lines=draw(st.booleans())))
    tables = [_headers(draw, section) for section in sections] if headed else []
    tables += [_expense(draw)] if draw(st.booleans()) else []
    tables += [["[salary]", f"net_target = {draw(amounts)}{draw(_tail)}"]] * draw(st.integers(0, 1))
    lines = [*draw(comments), "format = 1", *draw(comments)]
    for part in [*draw(st.permutations(parts)), *_in_turn(draw, tables)]:
        lines += [*part, *draw(comments)]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from(["", end, end * 2]))


_tail = st.sampled_from(["", " # déjà", "\t#x"])


def _in_turn(draw: st.DrawFn, tables: list[list[str]]) -> list[list[str]]:
    """Shuffle the tables: a list of tables may go on after other sections."""
    return list(draw(st.permutations(tables)))


def _client(draw: st.DrawFn) -> tuple[dict[str, str], list[dict[str, str]]]:
    client = {"name": draw(names.map(inline))}
    if draw(st.booleans()):
        client["payment"] = draw(st.sampled_from(['"on invoice"', "'45 days'", '"""2 months"""']))
    prestations = [
        {"label": draw(names.map(inline)), "amount": draw(amounts), "start": draw(days)}
        for _ in range(draw(st.integers(0, 2)))
    ]
    return client, prestations


def _pairs(table: dict[str, str]) -> str:
    return ", ".join(f"{key} = {value}" for key, value in table.items())


def _braces(
    sections: list[tuple[dict[str, str], list[dict[str, str]]]], *, lines: bool
) -> list[str]:
    items = []
    for client, prestations in sections:
        inner = ", ".join(f"{{ {_pairs(one)} }}" for one in prestations)
        items.append(f"{{ {_pairs(client)}, prestations = [{inner}] }}")
    if lines:
        return ["clients = [ # tous", *(f"    {item}," for item in items), "  # fin", "]"]
    return [f"clients = [{', '.join(items)}]"]


def _headers(draw: st.DrawFn, section: tuple[dict[str, str], list[dict[str, str]]]) -> list[str]:
    client, prestations = section
    indent = draw(st.sampled_from(["", "  ", "\t"]))
    lines = ["[[clients]]", *(f"{k} = {v}{draw(_tail)}" for k, v in client.items())]
    for prestation in prestations:
        lines += [*draw(comments), f"{indent}[[clients.prestations]]{draw(_tail)}"]
        lines += [f"{indent}{key} = {value}{draw(_tail)}" for key, value in prestation.items()]
    return lines


def _expense(draw: st.DrawFn) -> list[str]:
    label = draw(names.map(inline))
    return ["[[expenses]]", f"label = {label}", f"amount = {draw(amounts)}{draw(_tail)}"]

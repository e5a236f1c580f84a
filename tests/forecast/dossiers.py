"""Small random dossiers, as text, around 15 June 2023."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from cae_cli.months import Month
from tests.forecast.kit import person, treasury

TODAY = dt.date(2023, 6, 15)
_JUNE = Month.of(TODAY)

_FLOOR = """[cooperative.contribution]
brackets = [{ up_to = 10000, rate = 0.12 }, { rate = 0.08 }]
[[cooperative.contribution.when]]
phase = "cesa"
floor_per_year = 1200
[[cooperative.contribution.when]]
unpaid = true
fixed_per_month = 15
"""
_COOPERATIVES = [
    "",
    "[cooperative]\ncontribution = { brackets = [{ rate = 0.12 }] }\n",
    _FLOOR,
    *(f'[cooperative]\npreset = "{name}"\n' for name in ("coodyssee", "solstice", "encom1")),
]
_CONTRACTS = [
    [],
    ["cape 2022-10-03"],
    ["cape 2022-10-03 2023-03-31", "cesa 2023-04-01"],
    ["cesa 2022-01-03"],
    ["cape 2023-01-02 2023-10-15", "cesa 2023-10-16"],
    ["cesa 2022-01-03 2023-12-31"],
]
_EVERY = ["month", "month", "month", "quarter", "once"]


@st.composite
def _clients(draw: Any) -> str:
    told = []
    for i in range(draw(st.integers(0, 3))):
        start = (_JUNE + draw(st.integers(-9, 14))).first_day.replace(day=draw(st.integers(1, 28)))
        sold = [
            f'label = "P{i}"',
            f"amount = {draw(st.integers(50, 2500))}",
            f'every = "{draw(st.sampled_from(_EVERY))}"',
            f"start = {start}",
            f"probability = {draw(st.sampled_from(['1', '1', '0.5']))}",
        ]
        if draw(st.booleans()):
            sold.append(f"end = {start + dt.timedelta(days=draw(st.integers(200, 900)))}")
        days = draw(st.sampled_from([0, 30, 60]))
        told.append(
            f'[[clients]]\nname = "C{i}"\npayment = "{days} days"\n'
            f"prestations = [{{ {', '.join(sold)} }}]\n"
        )
    return "".join(told)


@st.composite
def dossiers(draw: Any) -> str:
    """Draw a dossier without its head."""
    parts = [draw(st.sampled_from(_COOPERATIVES))]
    if draw(st.integers(0, 4)):
        balance, month = draw(st.integers(-500, 12_000)), _JUNE + draw(st.integers(-4, 1))
        parts.append(treasury(str(balance), str(month)))
    salary = [
        f"reserve_months = {draw(st.sampled_from(['0', '0.5', '1', '3']))}",
        f"sustain_months = {draw(st.sampled_from([1, 6, 12, 12, 18]))}",
    ]
    if draw(st.integers(0, 9)):
        salary.append(f"net_target = {draw(st.integers(100, 1500))}")
    if not draw(st.integers(0, 5)):
        salary.append(f'start = "{_JUNE + draw(st.integers(-3, 8))}"')
    parts.append("[salary]\n" + "\n".join(salary) + "\n")
    for name in ["Marcelle", "Lulu"][: draw(st.integers(0, 2))]:
        own = f"net_target = {draw(st.integers(0, 900))}" if draw(st.booleans()) else ""
        parts.append(person(name, *draw(st.sampled_from(_CONTRACTS)), more=own))
    parts.append(draw(_clients()))
    if draw(st.booleans()):
        parts.append(f'[[expenses]]\nlabel = "E"\namount = {draw(st.integers(5, 150))}\n')
    if draw(st.booleans()):
        month = _JUNE + draw(st.integers(0, 20))
        parts.append(
            f'[[investments]]\nlabel = "I"\namount = {draw(st.integers(100, 5000))}\n'
            f"date = {month.first_day}\n"
        )
    return "".join(parts)

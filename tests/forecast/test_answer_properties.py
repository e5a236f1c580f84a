"""Whatever the dossier, an answer is what counting month by month finds.

The count here is a second and simpler way to it: for every candidate the whole ledger is written,
and its rows are read one by one.
"""

import datetime as dt
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import VIEWS, View
from cae_cli.forecast.projection.lasting_net import Shares, level_of
from cae_cli.forecast.projection.ledger import LedgerMonth
from cae_cli.forecast.projection.pay import Level
from cae_cli.forecast.projection.view import ViewAnswer
from cae_cli.money import Euros
from cae_cli.months import Month
from tests.forecast.dossiers import TODAY, dossiers
from tests.forecast.kit import answer

settings.register_profile("few", deadline=None, derandomize=True, max_examples=30)
FEW = settings.get_profile("few")
TODAYS = Month.of(TODAY)


class Count:
    """Counts on the rows of a ledger in which a level of pay begins in some month."""

    def __init__(self, found: Answer, view: ViewAnswer, level: Level) -> None:
        self.found, self.view, self.level = found, view, level
        salary = found.dossier.salary
        self.sustain, self.year = salary.sustain_months, max(12, salary.sustain_months)

    def rows(self, start: int) -> Sequence[LedgerMonth]:
        pays = self.level.pays_from(start)
        return self.view.ledger.months(pays, start, self.level.payees)[start:]

    def held(self, start: int) -> int:
        """Return how many months in a row hold, of those looked at."""
        look = max(24, self.sustain)
        for months, row in enumerate(self.rows(start)[:look]):
            if row.treasury < self.found.reserve(row.salary_cost):
                return months
        return look

    def holds(self, start: int) -> bool:
        return self.is_paid(start) and self.held(start) >= self.sustain

    def lasts(self, start: int) -> bool:
        year = self.rows(start)[:12]
        brings = sum(row.cashed - row.contribution.total - row.expenses for row in year)
        earned = brings >= sum(row.salary_cost for row in year)
        return self.is_paid(start) and earned and self.held(start) >= self.year

    def is_paid(self, start: int) -> bool:
        return self.level.costs[start] > 0


def candidates(found: Answer) -> range:
    """Return the months in which a target may begin: that of today alone for who is paid."""
    present = found.horizon.present
    return range(present, present + (1 if found.everyone_runs else 36))


@FEW
@given(dossiers(), st.sampled_from(VIEWS))
def test_the_ledger_shown_keeps_what_the_answer_claims(text: str, view: View) -> None:
    found = answer(text, TODAY)
    one = found.views[view]
    first, rows = one.first_salary, {row.month: row for row in one.months}
    for month, row in rows.items():
        before = rows.get(month + -1)
        opening = found.dossier.treasury.balance if before is None else before.treasury
        assert row.treasury == opening + row.cashed - row.taken - row.salary_cost
    if one.paid.why in ("target", "running") and first.month is not None:
        assert first.sustained_until is not None
        claimed = [rows[Month(m)] for m in range(first.month, first.sustained_until + 1)]
        assert len(claimed) >= max(12, found.dossier.salary.sustain_months)
        assert all(row.treasury >= found.reserve(row.salary_cost) for row in claimed)
        assert first.lowest_treasury == min(row.treasury for row in claimed)
        assert first.lowest_month is not None
        assert rows[first.lowest_month].treasury == first.lowest_treasury
        year = claimed[:12]
        brings = sum(row.cashed - row.contribution.total - row.expenses for row in year)
        assert brings >= sum(row.salary_cost for row in year) > 0
        after = rows.get(first.sustained_until + 1)
        if not first.open_end:
            assert after is not None
            assert after.treasury < found.reserve(after.salary_cost)
    if one.paid.why == "lasting":
        assert one.lasting is not None
        year = [rows[one.lasting.month + i] for i in range(12)]
        assert all(row.treasury >= found.reserve(row.salary_cost) for row in year)
        assert [pay for pay in year[0].pays if pay is not None] == list(one.lasting.pays)
    if one.paid.why == "reserves":
        assert first.on_reserves is not None
        months = range(first.on_reserves.month, first.on_reserves.until + 1)
        held = [rows[Month(m)] for m in months]
        assert all(row.treasury >= found.reserve(row.salary_cost) for row in held)


@FEW
@given(dossiers(), st.sampled_from(VIEWS))
def test_nothing_earlier_lasts_or_holds(text: str, view: View) -> None:
    found = answer(text, TODAY)
    one = found.views[view]
    count, first = Count(found, one, found.team.target), one.first_salary
    begins = found.horizon.first
    lasting = next((m for m in candidates(found) if count.lasts(m)), None)
    holding = next((m for m in candidates(found) if count.holds(m)), None)
    assert first.month == (None if lasting is None else begins + lasting)
    if lasting is not None:
        assert first.sustained_until == begins + (lasting + count.held(lasting) - 1)
    if holding == lasting:
        assert first.on_reserves is None
    else:
        assert holding is not None
        assert first.on_reserves is not None
        assert first.on_reserves.month == begins + holding
        assert first.on_reserves.until == begins + (holding + count.held(holding) - 1)
    minimum = Level(found.team, lambda _, now: found.cooperative.minimum_gross(now.payroll))
    least = Count(found, one, minimum)
    months = (m for m in found.horizon.candidates if least.holds(m))
    expected = next(months, None)
    assert one.minimum_month == (None if expected is None else begins + expected)


def with_client(text: str, first: Month, euros: int) -> Answer:
    """Return the answer with one more client, invoiced from the month of today on."""
    start = max(TODAYS, first).first_day
    more = f'[[clients]]\nname = "En plus"\nprestations = [{{ label = "P", amount = {euros}, '
    return answer(f"{text}{more}start = {start} }}]\n", TODAY)


def lasts_soon(found: Answer, view: View) -> bool:
    """Tell whether the target lasts from one of the next twelve months."""
    count = Count(found, found.views[view], found.team.target)
    return any(count.lasts(m) for m in found.horizon.next_months)


@FEW
@given(dossiers(), st.sampled_from(VIEWS))
def test_what_is_missing_suffices_and_one_euro_less_does_not(text: str, view: View) -> None:
    found = answer(text, TODAY)
    missing, first = found.views[view].first_salary.missing_per_month, found.horizon.first
    if missing is None:
        assert not lasts_soon(with_client(text, first, 100_000), view) or not found.has_target
        return
    if missing == 0:
        assert found.lasts(view)
        return
    assert lasts_soon(with_client(text, first, missing), view)
    if missing > 1:
        assert not lasts_soon(with_client(text, first, missing - 1), view)
    elif not found.everyone_runs:  # whose pay may last later as it is, when a contract ends
        assert not lasts_soon(found, view)


@FEW
@given(dossiers(), st.sampled_from(VIEWS))
def test_a_higher_net_does_not_last(text: str, view: View) -> None:
    found = answer(text, TODAY)
    one, horizon = found.views[view], found.horizon
    shares = Shares([person.net for person in found.people])
    start = found.dossier.salary.start
    months = horizon.next_months
    if found.everyone_runs:
        months = months[:1]
    elif start is not None:
        place = max(horizon.place_of(start), horizon.present)
        months = range(place, place + 1)

    def first(euros: int) -> int | None:
        count = Count(found, one, level_of(found.team, shares.nets(Euros(euros))))
        return next((m for m in months if count.lasts(m)), None)

    if one.lasting is None:
        # not even twice the minimum pay
        assert first(2 * 9200 // 100) is None
        return
    highest = max(pay.net for pay in one.lasting.pays) // 100
    assert first(highest) == one.lasting.month - horizon.first
    assert first(highest + 1) is None


def test_the_day_of_today_is_that_of_the_dossiers() -> None:
    assert dt.date(2023, 6, 15) == TODAY

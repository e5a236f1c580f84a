"""The months of an activity, added up by hand, in units instead of cents."""

from decimal import Decimal

from cae_cli.forecast.projection.horizon import horizon
from cae_cli.forecast.projection.ledger import Course, Ledger, Staff
from cae_cli.forecast.projection.people import Person, people
from cae_cli.months import Month
from cae_cli.rules.contribution import Opening
from cae_cli.rules.contribution_rule import ContributionRule
from cae_cli.rules.contribution_terms import PersonFacts
from tests.forecast.kit import dossier, person
from tests.forecast.projection.kit import FIRST, TODAY, flows, ledger, rule, team, unnamed

TEN_PERCENT = [{"rate": Decimal("0.1")}]
ME = unnamed(50)
NOBODY = frozenset[int]()
ONE = frozenset({0})


def someone(*contracts: str, more: str = "") -> Person:
    (found,) = people(
        dossier("[salary]\nnet_target = 0.50\n" + person("Lulu", *contracts, more=more))
    )
    return found


def taken(
    activity: Ledger, start: int | None, months: int, payees: frozenset[int] = ONE
) -> list[int]:
    """Return what the cooperative takes of the first months if pay begins in one."""
    nobody = [(None,)] * activity.conditions.horizon.length
    return [row.contribution.total for row in activity.months(nobody, start, payees)[:months]]


def test_the_treasury_is_a_running_sum() -> None:
    # 200 in hand. Invoiced 300 a month, paid a month later; 10 % taken when invoiced; 20 of
    # expenses; 70 invested in month 1; 50 of pay from month 2 on
    given = flows([300], cashed=[0, 300], expenses=[20], investments=[0, 70])
    given = given._replace(receivable=[300] * len(given.invoiced))
    activity = ledger(given, ME, terms=rule(brackets=TEN_PERCENT), balance=200)
    level = team(ME).target
    rows = activity.months(level.pays_from(2), 2, level.payees)
    # 200 − 30 − 20; + 300 − 30 − 20 − 70; + 300 − 30 − 20 − 50; again
    assert [row.treasury for row in rows[:4]] == [150, 330, 530, 730]
    second, third = rows[1:3]
    assert second[1:3] == (300, 300)
    assert (second.contribution.total, second.expenses, second.investments) == (30, 20, 70)
    assert second.taken == 120
    assert (second.salary_cost, second.net_salary, third.salary_cost, third.net_salary) == (
        0, 0, 50, 50,
    )  # fmt: skip
    assert (str(rows[0].month), str(rows[-1].month)) == ("2023-01", "2027-11")
    assert rows[3].receivable == 300
    assert (second.pays, third.pays[0] is not None and third.pays[0].gross) == ((None,), 50)


def test_a_course_tells_the_same_without_pay() -> None:
    given = flows([300], cashed=[0, 300], expenses=[20], investments=[0, 70])

    def course() -> Course:
        return ledger(given, ME, terms=rule(brackets=TEN_PERCENT), balance=200).unpaid

    for months in ((0, 1, 2, 3), (3, 2, 1, 0), (2, 3, 0, 1)):  # in whatever order they are asked
        followed = course()
        found = {i: followed.treasury(i) for i in months}
        assert found == {0: 150, 1: 330, 2: 580, 3: 830}
    assert course().contribution(1).total == 30
    # what the work brings leaves investments aside: −50, 250, 250
    assert course().income(0, 1) == -50
    assert course().income(0, 3) == 450
    assert course().income(1, 2) == 250


def test_a_course_leaves_another_where_pay_begins() -> None:
    # a fee of 30 a month until the first salary, then a floor of 240 a year, 20 a month
    terms = rule(
        when=[
            {"unpaid": True, "fixed_per_month": Decimal("0.30")},
            {"phase": "cesa", "floor_per_year": Decimal("2.40")},
        ]
    )
    activity = ledger(flows([100]), ME, terms=terms, balance=1000)
    assert taken(activity, None, 4) == [30, 30, 30, 30]
    assert taken(activity, 0, 4) == [20, 20, 20, 20]
    assert taken(activity, 2, 4) == [30, 30, 20, 20]
    course = activity.course(2, ONE)
    # 1 000 + 70 + 70, then + 80 each month
    assert [course.treasury(i) for i in (2, 3)] == [1220, 1300]
    assert course.income(2, 4) == 160
    assert activity.course(2, ONE) is course
    # where nobody begins to be paid, 30 a month are taken from then on
    again = course.leave(3, NOBODY)
    assert [again.treasury(i) for i in (3, 4)] == [1290, 1360]
    # paid to nobody, all goes on as before
    assert taken(activity, 2, 4, NOBODY) == [30, 30, 30, 30]


def test_the_twelfths_of_a_floor_are_those_of_the_months_since_the_first_salary() -> None:
    # 10 % of 100 is 10; the floor of 360 a year, 30 a month, begins in month 10, November: 30 a
    # month are due on top of nothing else: the 100 taken before count towards the floor of 60
    terms = rule(brackets=TEN_PERCENT, when=[{"phase": "cesa", "floor_per_year": Decimal("3.60")}])
    activity = ledger(flows([100]), ME, terms=terms)
    # November and December: the scale gave 100 + 10 + 10, above 30 and 60: 10 each. January opens a
    # new year: 30 in place of 10, each month
    assert taken(activity, 10, 14)[8:] == [10, 10, 10, 10, 30, 30]
    # from January 2023 on: 30 each month
    assert taken(activity, 0, 14) == [30] * 14


def test_january_restarts_the_count_of_the_year() -> None:
    # 10 % up to 200 a year, then nothing
    terms = rule(brackets=[{"rate": Decimal("0.1"), "up_to": 2}, {"rate": 0}])
    september = horizon(FIRST + 8, TODAY.replace(month=9), 12)
    activity = ledger(flows([100]), ME, terms=terms, months=september)
    # September, October: 10 each; November, December: nothing; January, February: 10 again
    assert taken(activity, None, 7) == [10, 10, 0, 0, 10, 10, 0]


def test_what_was_counted_before_the_first_month_goes_on() -> None:
    terms = rule(brackets=[{"rate": Decimal("0.1"), "up_to": 2}, {"rate": 0}])
    september = horizon(FIRST + 8, TODAY.replace(month=9), 12)
    activity = ledger(
        flows([100]), ME, terms=terms, months=september,
        opening=Opening(base_this_year=150, contribution_this_year=15),
    )  # fmt: skip
    # 50 of the 200 are left: 5 in September, then nothing before January
    assert taken(activity, None, 5) == [5, 0, 0, 0, 10]


def test_the_account_opens_under_the_terms_of_the_first_month() -> None:
    # 10 % in a CAPE, 5 % under the CESA that begins with the projection, in June: the 100 counted
    # before would have given 5, and 10 were taken; June's 5 are paid already, July's are not
    terms = rule(
        brackets=TEN_PERCENT, when=[{"phase": "cesa", "brackets": [{"rate": Decimal("0.05")}]}]
    )
    activity = ledger(
        flows([100]),
        someone("cape 2023-01-02 2023-05-31", "cesa 2023-06-01"),
        terms=terms,
        months=horizon(FIRST + 5, TODAY.replace(month=6), 12),
        opening=Opening(base_this_year=100, contribution_this_year=10),
    )
    assert taken(activity, None, 3, NOBODY) == [0, 5, 5]


def test_the_account_opens_in_the_year_of_the_first_month() -> None:
    # December: 150 of the 200 at 10 % are used up, and January counts anew
    terms = rule(brackets=[{"rate": Decimal("0.1"), "up_to": 2}, {"rate": 0}])
    activity = ledger(
        flows([100]),
        ME,
        terms=terms,
        months=horizon(FIRST + 11, TODAY.replace(month=12), 12),
        opening=Opening(base_this_year=150, contribution_this_year=15),
    )
    assert taken(activity, None, 4) == [5, 10, 10, 0]


def floored(first: Month, contribution: int | None, *contracts: str) -> Ledger:
    """Return an activity whose only contribution is a floor of 1 200 a year, 100 a month."""
    months = horizon(first, first.first_day, 12)
    opening = Opening(contribution_this_year=contribution)
    terms = rule(floor_per_year=12)
    return ledger(flows([0]), someone(*contracts), terms=terms, months=months, opening=opening)


def test_the_floors_of_earlier_months_of_the_year_have_run() -> None:
    # Projected from June. Under contract since January: five months have run, 500. Where they were
    # taken (or nothing is told), June takes 100; where only 200 were, the rest was not asked for
    # then and is not now.
    june = FIRST + 5
    assert taken(floored(june, 500, "cape 2023-01-02"), None, 2) == [100, 100]
    assert taken(floored(june, None, "cape 2023-01-02"), None, 2) == [100, 100]
    assert taken(floored(june, 200, "cape 2023-01-02"), None, 2) == [100, 100]
    # Under contract since April: two months have run, 200. 500 were taken, so the floor is reached
    # again only when 500 have run: June, July and August bring it to 500 …
    assert taken(floored(june, 500, "cape 2023-04-30"), None, 5) == [0, 0, 0, 100, 100]
    # … and from the December before, five months of this year
    assert taken(floored(june, 500, "cape 2022-12-01"), None, 2) == [100, 100]


def test_before_is_the_civil_year_and_no_more() -> None:
    staff = Staff([someone("cape 2022-10-03")], FIRST + 3, NOBODY)
    # January, February and March, three to five months after October
    assert staff.before() == [
        (PersonFacts("cape", 3, unpaid=True, who=0),),
        (PersonFacts("cape", 4, unpaid=True, who=0),),
        (PersonFacts("cape", 5, unpaid=True, who=0),),
    ]
    assert Staff([ME], FIRST, NOBODY).before() == []
    assert Staff([someone("cape 2023-02-03")], FIRST + 3, NOBODY).before()[0] == ()


def test_the_staff_of_a_month() -> None:
    two = [someone("cape 2022-12-31 2023-02-27", "cesa 2023-02-28"), unnamed(50)]
    staff = Staff(two, FIRST, NOBODY)
    cape, unknown = PersonFacts("cape", 1, unpaid=True, who=0), PersonFacts("cape", 0, True, 1)
    assert staff.of(0, None) == (cape, unknown)
    # the first is paid only from the month of her CESA on, the second from the first salary on
    both = frozenset({0, 1})
    assert staff.of(0, both) == (cape, PersonFacts("cesa", 0, unpaid=False, who=1))
    assert staff.of(1, both) == (
        PersonFacts("cesa", 2, unpaid=False, who=0), PersonFacts("cesa", 1, unpaid=False, who=1),
    )  # fmt: skip
    assert staff.of(1, frozenset({1})) == (
        PersonFacts("cesa", 2, unpaid=True, who=0), PersonFacts("cesa", 1, unpaid=False, who=1),
    )  # fmt: skip


def test_who_is_paid_already_is_so_before_anyone_begins() -> None:
    staff = Staff([someone("cesa 2022-06-01"), unnamed(50)], FIRST + 1, ONE)
    running = PersonFacts("cesa", 8, unpaid=False, who=0)
    assert staff.of(0, None) == (running, PersonFacts("cape", 0, unpaid=True, who=1))
    assert staff.of(0, frozenset({1}))[0] == running
    assert staff.before()[0][0] == PersonFacts("cesa", 7, unpaid=False, who=0)


def test_the_months_before_a_start_are_those_of_nobody_paid() -> None:
    terms = rule(when=[{"unpaid": True, "fixed_per_month": Decimal("0.30")}])
    activity = ledger(flows([100]), ME, terms=terms)
    level = team(ME).target
    rows = activity.months(level.pays_from(1, 2), 1, level.payees)
    # paid in months 1 and 2; a pay that ends leaves its CESA in force
    assert [row.salary_cost for row in rows[:4]] == [0, 50, 50, 0]
    assert [row.contribution.total for row in rows[:4]] == [30, 0, 0, 0]
    assert [row.treasury for row in rows[:4]] == [70, 120, 170, 270]


def test_a_rule_that_does_not_ask_about_pay_is_followed_once() -> None:
    plain = ledger(flows([100]), ME, terms=rule(brackets=TEN_PERCENT))
    assert plain.course(3, ONE) is plain.unpaid
    associate = rule(when=[{"phase": "associate", "floor_per_year": 12}])
    assert ledger(flows([100]), ME, terms=associate).course(3, ONE).contribution(3).total == 0


def test_rules_of_nothing_take_nothing() -> None:
    assert taken(ledger(flows([100]), ME, terms=ContributionRule()), 1, 3) == [0, 0, 0]

"""Random months, employers, contracts and pays, for the properties of payroll."""

from decimal import Decimal

from hypothesis import strategies as st

from cae_cli.months import Month
from cae_cli.rules.payroll.engine import Payroll
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.settings import HealthInsurance, PayrollSettings, Provident
from cae_cli.rules.payroll.yardsticks import EQUIVALENT, FULL_TIME, Hours

LARGEST_GROSS = 3_500_000  # more than eight ceilings


def _decimals(most: int, places: int) -> st.SearchStrategy[Decimal]:
    return st.integers(0, most).map(lambda number: Decimal(number).scaleb(-places))


months = st.integers(0, 127).map(lambda n: Month.parse("2017-01") + n)
settings = st.builds(
    PayrollSettings,
    headcount=st.sampled_from([1, 10, 11, 19, 20, 49, 50, 60, 300]),
    work_accident_rate=_decimals(500, 4),
    mobility_rate=_decimals(320, 4),
    health_insurance=st.builds(
        HealthInsurance, employer=_decimals(10_000, 2), employee=_decimals(10_000, 2)
    ),
    provident=st.builds(Provident, employer=_decimals(400, 4), employee=_decimals(400, 4)),
    occupational_health=_decimals(2_000, 2),
)
plain = st.builds(PayrollSettings, headcount=st.sampled_from([8, 15, 60]))
hours: st.SearchStrategy[Hours] = st.one_of(
    st.just(EQUIVALENT),
    st.just(FULL_TIME),
    st.integers(1000, 15167).map(lambda n: Decimal(n) / 100),
)
payrolls: st.SearchStrategy[Payroll] = st.builds(
    payroll_for, months, st.one_of(plain, settings), hours
)
pays = st.one_of(st.integers(0, 700_000), st.integers(0, LARGEST_GROSS))

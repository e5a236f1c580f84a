"""The payroll of twenty months against figures worked out by hand from the texts.

Assumptions: 60 staff, work accidents 1 %, no local levy, no cover, full time. Gross is the monthly
SMIC, then one and a half.
"""

import pytest

from cae_cli.months import Month
from cae_cli.rules.payroll.law import payroll_for
from cae_cli.rules.payroll.lines import UNIT
from cae_cli.rules.payroll.settings import PayrollSettings
from cae_cli.rules.payroll.yardsticks import FULL_TIME

# from, SMIC an hour, gross, ceiling, net, coefficient, cost; at 1.5 SMIC: gross, net, cost
ANCHORS = """
2017-01  9.76 1480.27 3269 1151.50 0.2849 1662.43 2220.41 1727.27 3055.85
2018-01  9.88 1498.47 3311 1173.60 0.2854 1683.62 2247.71 1760.41 3095.68
2018-10  9.88 1498.47 3311 1187.84 0.2854 1683.62 2247.71 1781.76 3095.68
2019-01 10.03 1521.22 3377 1204.21 0.2849 1610.74 2281.83 1806.28 2993.91
2019-10 10.03 1521.22 3377 1204.21 0.3254 1549.14 2281.83 1806.28 2983.64
2020-01 10.15 1539.42 3428 1218.60 0.3245 1579.55 2309.13 1827.90 3035.25
2021-01 10.25 1554.58 3428 1230.60 0.3246 1594.94 2331.87 1845.91 3065.15
2021-10 10.48 1589.47 3428 1258.22 0.3246 1630.71 2384.21 1887.34 3133.94
2022-01 10.57 1603.12 3428 1269.02 0.3235 1646.51 2404.68 1903.53 3161.33
2022-05 10.85 1645.58 3428 1302.63 0.3235 1690.13 2468.37 1953.96 3245.07
2022-08 11.07 1678.95 3428 1329.04 0.3235 1724.40 2518.43 1993.58 3310.89
2023-01 11.27 1709.28 3666 1353.06 0.3231 1756.21 2563.92 2029.59 3370.69
2023-05 11.52 1747.20 3666 1383.07 0.3231 1795.18 2620.80 2074.61 3445.46
2024-01 11.65 1766.92 3864 1398.68 0.3234 1817.90 2650.38 2098.03 3488.85
2024-07 11.65 1766.92 3864 1398.68 0.3234 1818.79 2650.38 2098.03 3490.18
2024-11 11.88 1801.80 3864 1426.29 0.3234 1854.70 2702.70 2139.44 3559.07
2025-01 11.88 1801.80 3925 1426.29 0.3234 1854.70 2702.70 2139.44 3559.07
2025-05 11.88 1801.80 3925 1426.29 0.3233 1853.98 2702.70 2139.44 3557.72
2026-01 12.02 1823.03 4005 1443.10 0.4021 1876.02 2734.55 2164.66 3548.24
2026-06 12.31 1867.02 4005 1477.92 0.3788 1964.77 2800.53 2216.90 3659.63
"""

ROWS = [line.split() for line in ANCHORS.strip().splitlines()]


def cents(euros: str) -> int:
    return round(float(euros) * 100)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_column_of_the_anchor_table(row: list[str]) -> None:
    payroll = payroll_for(Month.parse(row[0]), PayrollSettings(headcount=60), FULL_TIME)
    at_smic, above = cents(row[2]), cents(row[7])

    assert payroll.smic_hourly == cents(row[1])
    assert payroll.smic_monthly == at_smic
    assert payroll.ceiling == cents(row[3])
    assert payroll.net(at_smic) == cents(row[4])
    assert payroll.reduction.coefficient(at_smic) == round(float(row[5]) * 10_000)
    assert payroll.cost(at_smic) == cents(row[6])
    assert payroll.net(above) == cents(row[8])
    assert payroll.cost(above) == cents(row[9])


# Net SMIC of a full-time month, as published with each rise of the SMIC.
PUBLISHED = [
    ("2020-01", 1015, "1218.60"),
    ("2021-01", 1025, "1230.60"),
    ("2022-05", 1085, "1302.64"),
    ("2022-08", 1107, "1329.05"),
    ("2023-05", 1152, "1383.08"),
    ("2024-01", 1165, "1398.69"),
    ("2024-11", 1188, "1426.30"),
    ("2026-01", 1202, "1443.11"),
    ("2026-06", 1231, "1477.93"),
]


@pytest.mark.parametrize(("month", "smic", "net"), PUBLISHED)
def test_the_published_net_smic_is_the_sum_of_the_rates_rounded_once(
    month: str, smic: int, net: str
) -> None:
    payroll = payroll_for(Month.parse(month), PayrollSettings(), FULL_TIME)
    kept = UNIT * UNIT
    for line in payroll.in_force:  # the SMIC is below every ceiling: one rate on all of it
        if line.part.only_above == 0:
            kept -= line.employee.rate * (UNIT - line.part.allowance)

    exact = smic * 1820 * kept
    assert (2 * exact + 12 * UNIT * UNIT) // (2 * 12 * UNIT * UNIT) == cents(net)
    assert 0 <= cents(net) - payroll.net(payroll.smic_monthly) <= 2  # lines rounded one by one


def test_the_published_net_smic_of_january_2023_is_a_cent_above_the_sum_of_the_rates() -> None:
    # 11.27 × 1820/12 × (1 − 11.31 % − 9.70 % × 98.25 %) = 1 353.064…; published: 1 353.07
    payroll = payroll_for(Month.parse("2023-01"), PayrollSettings(), FULL_TIME)
    assert payroll.net(payroll.smic_monthly) == cents("1353.07") - 1

"""Pension quarters (trimestres): what a pay validates.

A quarter is validated by gross pay of 150 hours at the SMIC of 1 January, with at most four in a
civil year (code de la sécurité sociale, R351-9; 150 hours since 2014).
"""

HOURS_OF_QUARTER = 150
MOST_IN_YEAR = 4


def quarter_pay(smic_hourly: int) -> int:
    """Return the gross pay that validates one quarter, in cents.

    Args:
        smic_hourly: the SMIC of 1 January of the year, in cents an hour.
    """
    return HOURS_OF_QUARTER * smic_hourly


def quarters(gross_of_year: int, smic_hourly: int) -> int:
    """Return the quarters that the gross pay of a civil year (cents) validates, from 0 to 4."""
    return min(gross_of_year // quarter_pay(smic_hourly), MOST_IN_YEAR)

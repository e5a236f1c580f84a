"""The general reduction of employer contributions (CSS L241-13 and D241-7; since 2026, RGDU).

    coefficient = least + T × [(multiple × SMIC / pay − 1) / (multiple − 1)] ^ power

It is rounded to four decimals, is at most least + T, and 0 for a pay of multiple × SMIC or more.
To 2025 `least` is 0 and `power` 1: T / 0.6 × (1.6 × SMIC / pay − 1).
"""

from decimal import Decimal
from typing import NamedTuple

from cae_cli.money import divide
from cae_cli.rules.payroll.tables import Value
from cae_cli.rules.payroll.yardsticks import Yardsticks

ONE = 10**4  # a coefficient of 1, in steps of 0.0001
_HALF = 0.5
_NEAR_TIE = 1e-6  # floats decide farther from a tie than this; they err by less than 1e-11


class Reduction(NamedTuple):
    """The formula with the values in force, all exact; `least` and `most` are steps of 0.0001."""

    least: Decimal
    amplitude: Decimal  # T, in steps of 0.0001
    multiple: tuple[int, int]
    power: tuple[int, int]
    smic: int  # cents of SMIC for the hours of a month, times `parts`
    floor: int  # the same for the SMIC in force: with equivalent hours, none is below full time
    parts: int

    def coefficient(self, pay: int, smic_months: int = 1) -> int:
        """Return the coefficient of a pay in cents, in steps of 0.0001.

        Args:
            pay: gross pay, in cents; above 0.
            smic_months: how many months of SMIC the pay is compared with.
        """
        return self.of_ratio(
            self.smic * smic_months, max(pay * self.parts, self.floor * smic_months)
        )

    def of_ratio(self, smic: int, pay: int) -> int:
        """Return the coefficient, in steps of 0.0001, of a SMIC and a pay in the same unit."""
        times, unit = self.multiple
        above = times * smic - unit * pay
        if above <= 0:
            return 0
        whole = (times - unit) * pay
        if above >= whole:
            above = whole = 1
        return self._at(above, whole)

    def _at(self, above: int, whole: int) -> int:
        """Return least + T × (above / whole)^power, rounded to a whole step; above ≤ whole."""
        rise, root = self.power
        if root > 1:
            guess = float(self.least + self.amplitude * Decimal((above / whole) ** (rise / root)))
            step = int(guess)
            if abs(guess - step - _HALF) > _NEAR_TIE:
                return step + (guess - step > _HALF)
            return step + self._reaches(step, above, whole)
        least, unit = self.least.as_integer_ratio()
        amplitude, parts = self.amplitude.as_integer_ratio()
        whole, above = _power(whole, rise), _power(above, rise)
        return divide(least * parts * whole + amplitude * unit * above, unit * parts * whole)

    def _reaches(self, step: int, above: int, whole: int) -> bool:
        """Decide exactly whether the coefficient is at least `step` and a half.

        T × u^(p/q) ≥ x is T^q × u^p ≥ x^q, in whole numbers.
        """
        rise, root = self.power
        wanted, unit = (step + Decimal("0.5") - self.least).as_integer_ratio()
        amplitude, parts = self.amplitude.as_integer_ratio()
        left = _power(amplitude * unit, root) * _power(above, rise)
        return left >= _power(wanted * parts, root) * _power(whole, rise)


def _power(base: int, exponent: int) -> int:
    """Return a whole power; the exponent is not negative."""
    return int(base**exponent)


def reduction_of(
    value: Value, yardsticks: Yardsticks, smic: int, headcount: int, work_accident_rate: Decimal
) -> Reduction:
    """Return the general reduction of an employer.

    Args:
        value: the dated value of the table `reduction`.
        yardsticks: those of the month.
        smic: the hourly SMIC of the formula, in cents (not always that of the month: décret
            2026-509).
        headcount: of the employer.
        work_accident_rate: of the employer; below the share counted in T, it lowers T.
    """
    size = "small" if headcount < value["large_from"] else "large"
    counted = Decimal(value["work_accidents"]) / 100
    amplitude = Decimal(value[size]) - max(counted - work_accident_rate, Decimal(0))
    hours, parts = yardsticks.hours
    return Reduction(
        Decimal(value["least"]) * ONE,
        amplitude * ONE,
        Decimal(value["multiple"]).as_integer_ratio(),
        Decimal(value["power"]).as_integer_ratio(),
        smic * hours,
        yardsticks.smic * hours if yardsticks.equivalent else 0,
        parts,
    )

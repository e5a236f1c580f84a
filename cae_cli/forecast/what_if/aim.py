"""The month to bring about, and from which day something can be decided."""

import datetime as dt
from typing import NamedTuple

from cae_cli.dossier.model import Dossier
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.what_if.shorts import Short
from cae_cli.months import Month


class Aim(NamedTuple):
    """A month to bring about in a view of an answer."""

    answer: Answer
    view: View
    short: Short  # what that month lacks

    @property
    def dossier(self) -> Dossier:
        return self.answer.dossier

    @property
    def day(self) -> dt.date:
        """The first day of the next month: what is agreed today begins then."""
        return (Month.of(self.answer.today) + 1).first_day

"""What `cae simulate` shows of an answer."""

from collections.abc import Sequence
from typing import NamedTuple

from cae_cli.errors import Note
from cae_cli.forecast.answer import Answer
from cae_cli.forecast.flows import View
from cae_cli.forecast.projection.ledger import LedgerMonth


class Shown(NamedTuple):
    """An answer, the view and the months that are shown, and how."""

    answer: Answer
    view: View
    months: Sequence[LedgerMonth]
    source: str  # the file, as it was named
    assumptions: Sequence[Note]
    warnings: Sequence[Note]
    why: bool = False  # all it rests on
    monthly: bool = False  # every month, on a terminal too
    chart: bool = False
    brief: bool = False  # only who, the answer and the three views
    unicode: bool = True  # block characters can be shown

"""The answer in few lines: who, two sentences and the three views."""

from typing import TYPE_CHECKING

from cae_cli.cli.reading import payroll_law
from cae_cli.cli.shell import delivery, output
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError
from cae_cli.forecast.answer import project
from cae_cli.forecast.notes import warnings
from cae_cli.render.simulate.page import head
from cae_cli.render.simulate.shown import Shown

if TYPE_CHECKING:
    from cae_cli.dossier.reading import ReadDossier


def tell_head(around: Surroundings, read: "ReadDossier") -> None:
    """Tell the answer after a command that made it possible; nothing where there is none yet."""
    try:
        answer = project(read.dossier, around.today, payroll_law(around, None))
    except CaeError:
        return  # the dossier is made all the same
    found = answer.views["signed"]
    shown = Shown(answer, "signed", [], read.source, [], [*warnings(answer, found), *read.notes])
    delivery.show_page(around, output.Target(), head(shown, around.language))

"""The codes of everything that can be wrong, each explained once.

A code never changes its meaning and is never used again for another one. `CAE-D…` is an error of
the dossier or of another file, `CAE-E…` an edit that was refused, `CAE-W…` a doubt that blocks
nothing, `CAE-C…` is about cooperatives, `CAE-P…` about payroll and its data, `CAE-S…` about
projections.
"""

from collections.abc import Mapping

from cae_cli.codes.code import Code
from cae_cli.codes.doubt_codes import DOUBT_CODES
from cae_cli.codes.edit_codes import EDIT_CODES
from cae_cli.codes.file_codes import FILE_CODES
from cae_cli.codes.fitting_codes import FITTING_CODES
from cae_cli.codes.other_codes import OTHER_CODES
from cae_cli.codes.value_codes import VALUE_CODES
from cae_cli.language import Said

__all__ = ["CODES", "Code", "remedy_of"]

CODES: Mapping[str, Code] = {
    **FILE_CODES,
    **VALUE_CODES,
    **FITTING_CODES,
    **EDIT_CODES,
    **DOUBT_CODES,
    **OTHER_CODES,
}


def remedy_of(code: str) -> Said | None:
    """Return the remedy that a code always has."""
    remedy = CODES[code].remedy
    return Said(remedy, {}) if remedy else None

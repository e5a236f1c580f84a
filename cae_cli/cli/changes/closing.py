"""A new contract, and the CAPE that a CESA closes: asked on a terminal, else told by a flag."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from cae_cli.cli.reading import read_dossier
from cae_cli.cli.shell.asking import confirm
from cae_cli.cli.shell.dossier_file import dossier_path
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.dossier import adding
from cae_cli.dossier.names import entrepreneur_path, ways
from cae_cli.errors import CaeError
from cae_cli.language import say

if TYPE_CHECKING:
    from cae_cli.dossier.model import Contract
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.toml.keypath import KeyPath


class Closing:
    """One contract to add."""

    def __init__(
        self,
        around: Surroundings,
        file: str | None,
        person: str,
        contract: Mapping[str, object],
        closes: bool,
    ) -> None:
        self.around, self.file, self.person = around, file, person
        self.contract, self.closes = contract, closes

    def agree(self) -> None:
        """Ask whether the open CAPE ends, where one is open and somebody can be asked."""
        if self.closes or not self.around.interactive:
            return
        read = read_dossier(self.around, dossier_path(self.around, self.file, writes=True))
        rank = self._open_cape(read, entrepreneur_path(read, self.person))
        if rank is not None:
            question = say(
                "The CAPE of “{person}” is still open. End it on {day}, the day before this CESA?",
                person=self.person,
                day=self._day_before,
            )
            self.closes = confirm(self.around, question)

    def add(self, read: "ReadDossier") -> str:
        """Return the text with the contract, and the open CAPE closed.

        Raises:
            CaeError: a CAPE is open, and nobody agreed to close it.
        """
        from cae_cli.dossier.editing import set_value

        path = entrepreneur_path(read, self.person)
        text = adding.add_contract(read, self.person, self.contract)
        rank = self._open_cape(read, path)
        if rank is None:
            return text
        if not self.closes:
            raise CaeError(
                say("The CAPE of “{person}” is still open; nothing was written.",
                    person=self.person),
                say("To end it on {day}, the day before this CESA, add {flag}.",
                    day=self._day_before, flag="--close-cape"),
                "CAE-E016",
            )  # fmt: skip
        return set_value(text, (*path, "contracts", rank, "end"), self._day_before)

    def warn(self, read: "ReadDossier") -> None:
        """Tell how two contracts of one day are told apart."""
        path = entrepreneur_path(read, self.person)
        contracts = self._contracts(read, path)
        same = [i for i, one in enumerate(contracts) if one.start == self.contract["start"]]
        if len(same) > 1:
            self.around.tell(
                say(
                    "Several contracts of “{person}” start on {day}; to tell which one is meant: "
                    "{flags}.",
                    person=self.person,
                    day=self.contract["start"],
                    flags=ways(same, contracts, "kind"),
                )
            )

    @property
    def _day_before(self) -> dt.date:
        start = self.contract["start"]
        assert isinstance(start, dt.date)  # noqa: S101 - a contract has a start
        return start - dt.timedelta(1)

    def _contracts(self, read: "ReadDossier", person: "KeyPath") -> "tuple[Contract, ...]":
        return read.dossier.entrepreneurs[int(person[1])].contracts

    def _open_cape(self, read: "ReadDossier", person: "KeyPath") -> int | None:
        """Return the rank of the CAPE that this CESA would follow while it is still open."""
        if self.contract["kind"] != "cesa":
            return None
        for rank, one in enumerate(self._contracts(read, person)):
            if one.kind == "cape" and one.end is None and one.start <= self._day_before:
                return rank
        return None

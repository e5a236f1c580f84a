"""From what was typed and answered to what a new dossier holds."""

from collections.abc import Sequence

from cae_cli.cli.beginning.answers import Newcomer, Texts, newcomers
from cae_cli.cli.beginning.asking import Beginning
from cae_cli.cli.beginning.writing import NewDossier
from cae_cli.cli.changes import add_client
from cae_cli.cli.changes.conversation import Conversation
from cae_cli.cli.shell import numbers, values
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import UsageError
from cae_cli.language import say


class Making:
    """What a new dossier is made of, some of it not known yet."""

    def __init__(
        self,
        around: Surroundings,
        *,
        name: str | None,
        cooperative: str | None,
        people: Sequence[str],
        texts: Texts,
        balance: str | None,
        client: str | None,
        sold: Conversation,
    ) -> None:
        self.around, self.name, self.cooperative = around, name, cooperative
        self.people, self.texts, self.balance = list(people), texts, balance
        self.client, self.sold = client, sold

    def check(self) -> None:
        """Refuse what cannot become a dossier, before anything is asked.

        Raises:
            UsageError: a name is missing, or a value cannot be read.
        """
        if self.name is None and not self.around.interactive:
            raise UsageError(
                say("{flags} is missing.", flags="--name"),
                say("Type for example: {command}", command="cae init --name 'Marcelle & Lulu'"),
            )
        if self.client is None and any(text is not None for text in self.sold.typed.values()):
            if self.name is not None:
                raise UsageError(
                    say("These flags describe a client, who has no name."),
                    say("Name it with {flag}.", flag="--client"),
                )
        elif self.client is not None:
            self._client()
        self._people()
        self._balance()

    def ask(self) -> None:
        """Ask what was not typed."""
        beginning = Beginning(self.around)
        self.name = beginning.name()
        self.people = self.people or beginning.people(self.name)
        self.cooperative = self.cooperative or beginning.cooperative()
        self.texts = beginning.each(self.people, self.texts)
        if self.balance is None:
            self.balance = beginning.balance()
        if self.client is None:
            self.client = beginning.client(self.sold)

    def dossier(self) -> NewDossier:
        """Return what the new dossier holds."""
        assert self.name is not None  # noqa: S101 - it was typed, or answered
        people, net = self._people()
        client = None if self.client is None else self._client()
        return NewDossier(self.name, self.cooperative, people, net, self._balance(), client)

    def _people(self) -> tuple[list[Newcomer], int | None]:
        names = self.people
        if not names and any(texts for texts in self.texts[:-1]):
            names = [self.name or ""]
        found, net = newcomers(names or [""], self.texts)
        for person in found:
            person.table()  # refuses what does not fit together
        return found if names else [], net

    def _balance(self) -> int | None:
        return values.given(numbers.signed_amount, self.balance, "--balance")

    def _client(self) -> dict[str, object]:
        assert self.client is not None  # noqa: S101 - asked for only then
        return add_client.table_of(self.client, self.sold)

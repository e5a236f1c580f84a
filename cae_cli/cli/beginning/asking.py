"""The conversation that makes a new dossier: each question has a flag."""

from collections.abc import Callable, Sequence

from cae_cli.cli.beginning.answers import Texts
from cae_cli.cli.changes import questions
from cae_cli.cli.changes.conversation import NOTHING, Conversation
from cae_cli.cli.reading import known_cooperative
from cae_cli.cli.shell import numbers, values
from cae_cli.cli.shell.asking import ask
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.language import Said, say
from cae_cli.rules.cooperatives import preset_ids


class Beginning:
    """One conversation."""

    def __init__(self, around: Surroundings) -> None:
        self.around = around

    def name(self) -> str:
        """Ask the name of the activity, after saying how it goes."""
        self.around.tell(
            say(
                "A few questions. Enter leaves one out, or takes what is between brackets; "
                "- leaves that out. Nothing is written before the last answer."
            )
        )
        read = _needed("--name")
        return ask(self.around, say("Name of your activity:"), read, "")

    def people(self, activity: str) -> list[str]:
        """Ask who works in the activity."""
        question = say("Who works in it (names, separated by commas):")
        text = ask(self.around, question, _needed("--entrepreneur"), activity)
        if text == activity:
            return [text]
        return [person.strip() for person in text.split(",") if person.strip()]

    def cooperative(self) -> str | None:
        """Ask the cooperative, among those that are known."""
        self.around.tell(say("Known cooperatives: {ids}.", ids=", ".join(preset_ids())))
        question = say("Your cooperative (one of these, or nothing):")
        return ask(self.around, question, lambda t: known_cooperative(t) if t else None, "")

    def each(self, names: Sequence[str], typed: Texts) -> Texts:
        """Ask when each person entered, and under which contracts."""
        found = {field: list(getattr(typed, field)) for field in Texts._fields}
        for name in names:
            self._person(name, typed, found)
        if not typed.net:
            question = say("Net wanted each month, per person:")
            found["net"] = [self._text(question, "--net", numbers.amount)]
        return Texts(**found)

    def _person(self, name: str, typed: Texts, found: dict[str, list[str]]) -> None:
        """Ask about one person: what the one before answered is suggested for the entry."""

        def asked(field: str, question: Said, flag: str, default: str = "") -> str:
            if getattr(typed, field):
                return ""
            found[field].append(self._text(question, flag, values.day, default))
            return found[field][-1]

        before = found["joined"][-1] if found["joined"] else ""
        asked("joined", say("{name}: day the CAPE began (nothing: no CAPE):", name=name),
              "--joined", before)  # fmt: skip
        signed = asked(
            "cesa", say("{name}: day the CESA was signed (nothing: not yet):", name=name), "--cesa"
        )
        if signed:
            asked("associate_since", say("{name}: associate since (nothing: not yet):", name=name),
                  "--associate-since")  # fmt: skip
        elif not typed.associate_since:
            found["associate_since"].append("")
        asked("benefit_until", say("{name}: last day of unemployment benefit (nothing: none):",
                                   name=name), "--benefit-until")  # fmt: skip

    def balance(self) -> str | None:
        """Ask what the activity holds today."""
        question = say("Treasury of the activity today, in euros:")
        return self._text(question, "--balance", numbers.signed_amount) or None

    def client(self, asked: Conversation) -> str | None:
        """Ask a first client and a first prestation; None where there is none yet."""
        question = questions.CLIENT_NAME._replace(text=say("First client (nothing: later):"))
        client = asked.answer(question)
        if client is not None:
            asked.fill([*questions.terms(), questions.FIRST_SOLD])
            if asked.given("prestation"):
                asked.fill(questions.prestation(self.around.today))
        return client

    def _text(
        self, question: Said, flag: str, read: Callable[[str, str], object], default: str = ""
    ) -> str:
        """Ask for a text that can be read, and return it; nothing where it is left out."""

        def checked(text: str) -> str:
            if text in {"", NOTHING}:
                return ""
            read(text, flag)
            return text

        return ask(self.around, question, checked, default)


def _needed(flag: str) -> Callable[[str], str]:
    return lambda text: values.name(text, flag)

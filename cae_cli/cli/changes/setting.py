"""`cae set`: one value of the dossier, by its dotted key."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from cae_cli.cli import suggesting
from cae_cli.cli.changes import dated, flags
from cae_cli.cli.changes.editing import DryRun, change
from cae_cli.cli.shell import numbers, surroundings, values
from cae_cli.cli.shell.options import File, described
from cae_cli.errors import UsageError
from cae_cli.language import Said, mark, say
from cae_cli.months import Month

if TYPE_CHECKING:
    from cae_cli.dossier.description.keys import Key
    from cae_cli.dossier.reading import ReadDossier
    from cae_cli.toml.keypath import KeyPath

#: What is typed for the most frequent of all changes, and the key it stands for.
SHORT, BALANCE, MONTH, PRESET = (
    "treasury", "treasury.balance", "treasury.month", "cooperative.preset"
)  # fmt: skip
#: The one list that a text can tell.
STEPS = "salary.net_steps"
MOST = 10**9


@described(
    mark(
        "The key is that of the file, such as salary.net_target; an empty value ('') takes the "
        "line away. “treasury” alone is today's balance. For what is in a list: edit-client, "
        "edit-prestation and their like, or edit."
    ),
    "cae set treasury 3200",
    "cae set treasury 3200 --month 2026-11",
    "cae set salary.net_target 950",
    "cae set salary.net_steps '2027-09: 900; 2028-01: 1200'",
    "cae set cooperative.payroll.headcount 48",
)
def set_key(
    ctx: typer.Context,
    key: Annotated[
        str,
        typer.Argument(
            metavar=mark("KEY"),
            help=mark("A key of the file; “treasury” is the balance."),
            autocompletion=suggesting.keys,
        ),
    ],
    value: Annotated[str, typer.Argument(metavar=mark("VALUE"), help=mark("Its new value."))],
    month: Annotated[
        str | None,
        typer.Option(
            "--month",
            metavar=mark("MONTH"),
            help=mark("With treasury: the month that opens so, else that of today."),
        ),
    ] = None,
    file: File = None,
    dry_run: DryRun = False,
) -> None:
    from cae_cli.dossier.changing import set_paths
    from cae_cli.dossier.description import keys

    around = surroundings.of(ctx)
    if key == STEPS:
        _set_steps(around, value, file, dry_run=dry_run)
        return
    known = keys.settable()
    name = BALANCE if key == SHORT else key
    if name not in known:
        raise _unknown(key, known)
    if month is not None and name != BALANCE:
        raise UsageError(
            say("{flag} goes with the treasury only.", flag="--month"),
            say("Type for example: {command}", command="cae set treasury 3200 --month 2026-11"),
        )
    changes: dict[str, object] = {name: _value(known[name], name, value)}
    if month is not None:
        changes[MONTH] = values.month(month, "--month")
    elif key == SHORT and changes[name] is not None:
        changes[MONTH] = Month.of(around.today)
    paths: dict[KeyPath, object] = {known[name].path: new for name, new in changes.items()}
    done = change(
        around,
        file,
        lambda read: set_paths(read, paths),
        _summary(changes),
        dry_run=dry_run,
    )
    if name == BALANCE and MONTH not in changes:
        _tell_month(around, done.after)


def _set_steps(
    around: surroundings.Surroundings, text: str, file: str | None, *, dry_run: bool
) -> None:
    """Add targets that follow, each from a month on; an empty text takes all away."""
    from cae_cli.dossier.changing import set_keys

    steps = dated.targets(text, STEPS) if text.strip() else None
    change(
        around,
        file,
        lambda read: set_keys(read, ("salary",), {"net_steps": steps}),
        _summary({STEPS: steps}),
        dry_run=dry_run,
    )


def _value(key: "Key", name: str, text: str) -> object:
    """Read a value as its key asks; None where an empty text takes it away."""
    from cae_cli.dossier.description import keys

    readers: Mapping[str, Callable[[str, str], object]] = {
        keys.TEXT: values.name,
        keys.FLAG: _flag,
        keys.WHOLE: flags.whole(key.least or 0, MOST if key.most is None else key.most),
        keys.AMOUNT: flags.euros,
        keys.SIGNED_AMOUNT: flags.signed_euros,
        keys.RATE: numbers.rate,
        keys.INCREASE: numbers.increase,
        keys.QUANTITY: numbers.quantity,
        keys.DAY: values.day,
        keys.MONTH: values.month,
        keys.YEARLY_DAY: lambda text, _flag: text.strip(),  # read by the dossier itself
        keys.RECURRENCE: values.every,
        keys.WORD: lambda text, flag: values.choice(text.strip().lower(), flag, key.words),
    }
    read = _cooperative if name == PRESET else readers[key.kind]
    return flags.Flag(name, "", "", read, key.needed, option=name).value(text)


def _flag(text: str, flag: str) -> bool:
    return values.choice(text.strip().lower(), flag, ("true", "false")) == "true"


def _cooperative(text: str, _flag: str) -> str:
    from cae_cli.cli.reading import known_cooperative

    return known_cooperative(text)


def _unknown(key: str, known: Mapping[str, "Key"]) -> UsageError:
    """Return the error for a key that cannot be set, with what to type instead."""
    from cae_cli.dossier.description import keys
    from cae_cli.toml.nearest import nearest

    if key in keys.lists():
        return UsageError(
            say("“{key}” is a list: it holds more than one value.", key=key),
            say("Change it with {command}, or with its own commands.", command="cae edit"),
        )
    below = [name for name in known if name.startswith(f"{key}.")]
    if below:
        return UsageError(
            say("“{key}” is a table: it holds several keys.", key=key),
            say("Name one of them: {keys}.", keys=", ".join(below)),
        )
    what = say("“{key}” is not a key of the dossier.", key=key)
    last = {name.rpartition(".")[2]: name for name in known}
    close = nearest(key, [SHORT, *known]) or last.get(nearest(key, list(last)) or "")
    if close is not None:
        return UsageError(what, say("Did you mean “{name}”?", name=close))
    tables = list(dict.fromkeys(name.partition(".")[0] for name in known))
    return UsageError(
        what, say("Keys begin with one of these: {tables}.", tables=", ".join(tables))
    )


def _summary(changes: Mapping[str, object]) -> Said:
    said = [
        say("{key} taken away", key=key)
        if value is None
        else say("{key} is now {value}", key=key, value=_shown(value))
        for key, value in changes.items()
    ]
    return said[0] if len(said) == 1 else say("{one}, {other}", one=said[0], other=said[1])


def _shown(value: object) -> str:
    from cae_cli.toml.values import inline, plain

    return inline(plain(value))


def _tell_month(around: surroundings.Surroundings, read: "ReadDossier") -> None:
    """Tell of which month the balance is: one that is forgotten makes every answer wrong."""
    month = read.dossier.treasury.month
    if month is None:
        around.tell(
            say(
                "No month is recorded for this balance: say it with {flag}.",
                flag="--month YYYY-MM",
            )
        )
    else:
        around.tell(
            say(
                "It is the balance at the opening of {month}; for another month add {flag}.",
                month=month,
                flag="--month YYYY-MM",
            )
        )

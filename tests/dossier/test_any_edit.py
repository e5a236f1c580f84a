"""Any edit of any dossier: only its lines change, the rest keeps every byte, and undo is exact."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from cae_cli.dossier import adding, changing
from cae_cli.dossier.editing import remove
from cae_cli.dossier.keeping import saving
from cae_cli.dossier.reading import ReadDossier, read
from cae_cli.errors import CaeError
from cae_cli.language import say
from cae_cli.toml.expected import same
from cae_cli.toml.values import euros
from tests.dossier.styles import dossiers, names

Change = Callable[[ReadDossier], str]
EXAMPLES = int(os.environ.get("CAE_SOAK_EXAMPLES", "150"))
anything = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@st.composite
def changes(draw: st.DrawFn, dossier: ReadDossier) -> Change:
    """One of the changes that commands make, on what the dossier holds."""
    found: list[Change] = [
        lambda one: adding.add_client(one, {"name": "Nouveau"}),
        lambda one: adding.add_expense(one, {"label": "Neuf", "amount": euros(2500)}),
        lambda one: changing.set_paths(one, {("treasury", "balance"): euros(320000)}),
        lambda one: changing.set_paths(
            one, {("treasury", "balance"): euros(1), ("treasury", "month"): "2026-11"}
        ),
        lambda one: changing.set_paths(one, {("cooperative", "payroll", "headcount"): 48}),
    ]
    new = draw(names)
    for index in range(len(dossier.dossier.clients)):
        found += _of_client(dossier, index, new)
    if dossier.dossier.expenses:
        found.append(lambda one: remove(one.text, ("expenses", 0)))
        found.append(lambda one: changing.set_keys(one, ("expenses", 0), {"amount": euros(99)}))
    return draw(st.sampled_from(found))


def _of_client(dossier: ReadDossier, index: int, new: str) -> list[Change]:
    path = ("clients", index)
    found: list[Change] = [
        lambda one: remove(one.text, path),
        lambda one: changing.set_keys(one, path, {"name": new, "internal": True}),
        lambda one: changing.set_keys(one, path, {"payment": None}),
    ]
    for number in range(len(dossier.dossier.clients[index].prestations)):
        inner = (*path, "prestations", number)
        found.append(lambda one, at=inner: remove(one.text, at))  # type: ignore[misc]
        found.append(
            lambda one, at=inner: changing.set_keys(  # type: ignore[misc]
                one, at, {"amount": None, "rate": euros(3200), "quantity": 2}
            )
        )
    return found


@given(text=dossiers(), mark=st.sampled_from([b"", b"\xef\xbb\xbf"]), data=st.data())
@anything
def test_any_edit_keeps_the_rest_and_undo_gives_back_the_bytes(
    text: str, mark: bytes, data: st.DataObject
) -> None:
    raw = mark + text.encode()
    change = data.draw(changes(read("cae.toml", raw)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cae.toml"
        path.write_bytes(raw)
        try:
            done = saving.edit(str(path), change, say("a change"))
        except CaeError:  # it says what to type by hand, and writes nothing
            event("refused")
            assert path.read_bytes() == raw
            return
        new = path.read_bytes()
        only_its_lines_change(raw, new, done)
        assert same(read("x", new).data, done.after.data)
        if new != raw:
            saving.undo(str(path))
            assert path.read_bytes() == raw
            saving.redo(str(path))
            assert path.read_bytes() == new


def only_its_lines_change(old: bytes, new: bytes, done: saving.Edit) -> None:
    """What stands before the first line told and after the last one keeps every byte."""
    olds, news = lines_of(old), lines_of(new)
    first = done.first_line - 1
    after = len(news) - done.last_line
    assert olds[:first] == news[:first]
    assert olds[len(olds) - after :] == news[len(news) - after :]
    if b"\n" in old:
        assert ends_of(old) == ends_of(new)
    if len(done.after.dossier.clients) >= len(done.before.dossier.clients):
        # Only a client takes along the comments between its own lines.
        comments = [line for line in olds if line.strip().startswith(b"#")]
        # One at the end of a line that goes becomes a line of its own.
        left = iter(line for line in news if line.strip().startswith(b"#"))
        assert all(line in left for line in comments)


def lines_of(raw: bytes) -> list[bytes]:
    """Return the lines without their ends: the last one may lack it, and gets it."""
    return [line.removesuffix(b"\r") for line in raw.removesuffix(b"\n").split(b"\n")]


def ends_of(raw: bytes) -> set[bytes]:
    return {line[len(line.rstrip(b"\r\n")) :] for line in raw.splitlines(keepends=True)} - {b""}

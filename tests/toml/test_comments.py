"""Comments are tokens: every edit keeps them all, in their order, whatever stands around them."""

import pytest

from cae_cli.errors import CaeError
from cae_cli.language import Language
from cae_cli.toml.editing import append, remove, set_value
from cae_cli.toml.expected import same, value_at, with_value
from cae_cli.toml.keypath import KeyPath
from cae_cli.toml.places import scan
from cae_cli.toml.text import parse_toml


def comments(text: str) -> list[str]:
    return [text[start:end] for start, end in scan(text).comments]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a = 1 # x\n# y\n", ["# x", "# y"]),
        ('a = "# no" # yes\n', ["# yes"]),
        ("a = '''\n# no\n''' # yes\r\n", ["# yes"]),
        (
            "a = [ # one\n 1, # two, [three]\n # four\n]# five",
            ["# one", "# two, [three]", "# four", "# five"],
        ),
        ('[a."# no"] # yes\nb = { c = [1, # in\n 2] }\n', ["# yes", "# in"]),
        ("a = 1#\n", ["#"]),
    ],
)
def test_the_real_comments_are_found(text: str, found: list[str]) -> None:
    parse_toml(text)
    assert comments(text) == found


def test_the_real_commas_are_found() -> None:
    text = 'a = [ "x,y", # b, c\n [1, 2] , { d = 1, e = 2 } ]\n'
    layout = scan(text)
    assert [text[: at + 1].count(",") for at in layout.inlines["a",].commas] == [2, 5]
    assert len(layout.inlines["a", 1].commas) == len(layout.inlines["a", 2].commas) == 1


LISTED = """\
clients = [
  { name = "A" },
  # garde 450, pas 400,
  { name = "B" } # b, de
  # fin,
]
"""


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        (LISTED, ("clients", 1), LISTED.replace('  { name = "B" } #', "  #")),
        (LISTED, ("clients", 0), LISTED.replace('  { name = "A" },\n', "")),
        ("a = [1, 2] # two, of\n", ("a", 1), "a = [1] # two, of\n"),
        (
            "a = [\n 1 # one\n , # comma\n 2 # two\n]\n",
            ("a", 1),
            "a = [\n 1 # one\n , # comma\n # two\n]\n",
        ),
        ("x = 1\ny = 2 # of y\nz = 3\n", ("y",), "x = 1\n# of y\nz = 3\n"),
        ("  y = [ # a\n 1, # b\n] # c\n", ("y",), "  # a\n  # b\n  # c\n"),
        ("[t] # head\nk = 1 # in\n# after\n[u]\n", ("t",), "# after\n[u]\n"),
    ],
)
def test_what_is_removed_takes_no_other_comment(text: str, path: KeyPath, after: str) -> None:
    assert remove(text, path) == after


@pytest.mark.parametrize(
    ("text", "path", "value", "after"),
    [
        ("a = 450.00   # négocié\n", ("a",), 3, "a = 3   # négocié\n"),
        ("m = [\n  3, # mars\n  4,\n] # saison\n", ("m",), [5], "# mars\nm = [5] # saison\n"),
        ("\tm = [3, # mars\r\n4]\r\n", ("m",), [5], "\t# mars\r\n\tm = [5]\r\n"),
        ("t = [{ m = [3, # mars\n4] }]\n", ("t", 0, "m"), [5], "# mars\nt = [{ m = [5] }]\n"),
        ('a = "#"\n', ("a",), "# b", 'a = "# b"\n'),
        ("[t]\na = 1 # one\n# two\n", ("t", "b"), "#", '[t]\na = 1 # one\nb = "#"\n# two\n'),
    ],
)
def test_a_value_that_changes_keeps_the_comments(
    text: str, path: KeyPath, value: object, after: str
) -> None:
    edited = set_value(text, path, value)
    assert edited == after
    assert same(parse_toml(edited), with_value(parse_toml(text), path, value))


@pytest.mark.parametrize(
    "text",
    [
        LISTED,
        "clients = [ # a,\n]\n",
        'clients = [ { name = "A" } # a,\n]\n',
        'clients = [ { name = "A" }, # a,\n # b\n]\n',
        'clients = [\n { name = """\nA""" }\n , # x,\n # y\n { name = """\n# B""" } ]\n',
        '[[clients]] # a\nname = "A" # b\n # c\n',
    ],
)
def test_what_is_added_keeps_the_comments(text: str) -> None:
    edited = append(text, ("clients",), {"name": "#Z"})
    assert comments(edited) == comments(text)
    assert value_at(parse_toml(edited), ("clients",))[-1] == {"name": "#Z"}
    assert comments(
        remove(edited, ("clients", len(value_at(parse_toml(edited), ("clients",))) - 1))
    ) == comments(text)


def test_a_comment_that_cannot_stay_refuses_the_edit() -> None:
    """The line above the value lies inside a text: no comment can stand there."""
    text = 't = { a = """\n""", m = [3, # mars\n4] }\n'
    with pytest.raises(CaeError) as caught:
        set_value(text, ("t", "m"), [5])
    assert caught.value.problem.code == "CAE-E003"


@pytest.mark.parametrize(
    ("text", "path", "value", "after"),
    [
        (
            't = { a = """\n""", m = [3, # mars\n4] }\n',
            ("t", "m"),
            [5],
            "instead of what starts at line 2:\nm = [5]",
        ),
        (
            'x = 1\n[[c]]\nn.f = "A"\n',
            ("c",),
            [],
            "Remove what starts at line 2. Type this as the first line:\nc = []",
        ),
    ],
)
def test_the_remedy_tells_a_line_that_is_valid_where_it_goes(
    text: str, path: KeyPath, value: object, after: str
) -> None:
    with pytest.raises(CaeError) as caught:
        set_value(text, path, value)
    assert caught.value.problem.remedy is not None
    assert Language("en").tell(caught.value.problem.remedy).endswith(after)

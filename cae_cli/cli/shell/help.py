"""The help of a command, in the user's language, as plain text that fits the terminal."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cae_cli.cli.shell import surroundings
from cae_cli.cli.shell.options import More
from cae_cli.cli.shell.typer_inside import is_option
from cae_cli.language import Language, mark

WIDEST = 88
_NAMES_AT_MOST = 30  # characters of the left column
_ROOM_AT_LEAST = 24  # characters of the right column, else it goes below

Row = tuple[str, str]

_EVERYWHERE = (
    mark(
        "Before or after the name of every command: --file, --json, --csv, -o, --lang, --today, "
        "--color, --no-pager. All that one takes, with examples: cae COMMAND --help"
    ),
    mark("A word of the field (CAPE, ACRE, coût global), or a code: cae help WORD"),
)


def render(command: Any, ctx: Any) -> str:
    """Return the whole help of a command or of the group."""
    around = surroundings.of(ctx)
    page = _Page(around.language, min(around.width, WIDEST))
    more: More = getattr(command.callback, "more", More())
    params = [param for param in command.get_params(ctx) if not param.hidden]
    arguments = [param for param in params if not is_option(param)]
    options = [param for param in params if is_option(param)]
    table = getattr(command, "table", None)
    parts = [
        page.usage(_path(ctx), arguments, group=table is not None),
        *page.paragraphs(command.help or "", more.text),
        page.examples(more.examples),
        page.section(mark("Arguments"), [page.argument(p) for p in arguments if p.help]),
        *(page.commands(table, command.groups) if table else ()),
        page.section(mark("Options"), [page.option(param) for param in options]),
        *(page.paragraphs(*_EVERYWHERE) if table else ()),
    ]
    return "\n\n".join(part for part in parts if part)


def shown_name(param: Any, language: Language) -> str:
    """Return how an argument is named in help and errors."""
    return language.translate(param.metavar or param.name.upper())


def _path(ctx: Any) -> str:
    return ctx.info_name if ctx.parent is None else f"{ctx.parent.info_name} {ctx.info_name}"


class _Page:
    """The parts of a page of help."""

    def __init__(self, language: Language, width: int) -> None:
        self.language = language
        self.width = width

    def usage(self, path: str, arguments: Sequence[Any], *, group: bool) -> str:
        pieces = [path]
        for param in arguments:
            name = shown_name(param, self.language)
            repeated = "..." if param.nargs == -1 else ""
            pieces.append(f"{name}{repeated}" if param.required else f"[{name}{repeated}]")
        if group:
            pieces.append(self.language.translate(mark("COMMAND")))
        pieces.append(self.language.translate(mark("[OPTIONS]")))
        head = self._heading(mark("Usage"))
        return self._wrapped(f"{head} {' '.join(pieces)}", "    ")

    def paragraphs(self, *texts: str) -> Iterator[str]:
        for text in texts:
            for paragraph in self.language.translate(text).split("\n\n"):
                yield self._wrapped(paragraph)

    def examples(self, lines: Sequence[str]) -> str:
        if not lines:
            return ""
        heading = self._heading(mark("Examples") if len(lines) > 1 else mark("Example"))
        return "\n".join([heading, *(f"  {line}" for line in lines)])

    def argument(self, param: Any) -> Row:
        return shown_name(param, self.language), self._explained(param)

    def option(self, param: Any) -> Row:
        names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
        if not param.is_flag:
            names += f" {shown_name(param, self.language)}"
        return names, self._explained(param)

    def section(self, title: str, rows: Sequence[Row], widest: int = 0) -> str:
        if not rows:
            return ""
        left = min(max(widest, *(len(name) for name, _ in rows)), _NAMES_AT_MOST)
        below = self.width - left - 4 < _ROOM_AT_LEAST
        margin = " " * (6 if below else left + 4)
        lines = [self._heading(title)]
        for name, text in rows:
            if below or len(name) > left:
                lines.append(f"  {name}")
                lines += [self._wrapped(f"{margin}{text}", margin)] if text else []
            else:
                lines.append(self._wrapped(f"  {name:<{left}}  {text}".rstrip(), margin))
        return "\n".join(lines)

    def commands(self, table: Mapping[str, Any], groups: Sequence[Any]) -> Iterator[str]:
        """Yield the sections of the commands: one for each thing that a person may want."""
        grouped = {name for _, names in groups for name in names}
        others = [name for name in table if name not in grouped]
        sections = list(groups) or [(mark("Commands"), ())]
        sections[-1] = (sections[-1][0], (*sections[-1][1], *others))
        widest = max(map(len, table))
        for title, names in sections:
            told = [(name, table[name]) for name in names if name in table]
            rows = [(name, self.language.translate(entry.summary)) for name, entry in told]
            yield self.section(title, rows, widest)

    def _explained(self, param: Any) -> str:
        text = self.language.translate(param.help or "")
        if param.required:
            return f"{text} [{self.language.translate(mark('required'))}]".lstrip()
        if isinstance(param.default, str) and param.default:
            label = self.language.translate(mark("default:"))
            return f"{text} [{label} {param.default}]".lstrip()
        return text

    def _heading(self, title: str) -> str:
        colon = "\u00a0:" if self.language.code == "fr" else ":"
        return f"{self.language.translate(title)}{colon}"

    def _wrapped(self, text: str, margin: str = "") -> str:
        return textwrap.fill(
            text,
            self.width,
            subsequent_indent=margin,
            break_on_hyphens=False,
            break_long_words=False,
            replace_whitespace=not text.startswith(" "),
        )

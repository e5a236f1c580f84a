"""Completion in four shells: the scripts, their installation, and the answers to the TAB key.

A script hands over the words as arguments and gets one candidate a line; nothing that comes from a
dossier is ever evaluated by a shell, and what is inserted into a command line is quoted.
"""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.cli.shell.typer_inside import candidates
from cae_cli.errors import CaeError, Exit
from cae_cli.language import clean, say

BASH, ZSH, FISH, POWERSHELL = "bash", "zsh", "fish", "powershell"
SHELLS = (BASH, ZSH, FISH, POWERSHELL)
AUTO = "auto"  # the shell in use
WORDS = "_CAE_WORDS"  # what is typed in PowerShell, a word a line: its arguments lose empty ones

_BASH_SCRIPT = """\
_cae_completion() {
    local candidate
    COMPREPLY=()
    while IFS= read -r candidate; do
        COMPREPLY+=("$candidate")
    done < <(_CAE_COMPLETE=bash "$1" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _cae_completion cae
"""

_ZSH_SCRIPT = """\
#compdef cae
_cae_completion() {
    local -a cae_lines cae_values cae_shown
    local cae_line cae_last=$PREFIX
    [[ $compstate[quote] == "'" ]] || cae_last=${(Q)PREFIX}
    (( CURRENT > 1 )) && set -- "${(@Q)words[2,CURRENT-1]}" "$cae_last"
    cae_lines=("${(@f)$(_CAE_COMPLETE=zsh cae "$@" 2>/dev/null)}")
    for cae_line in "${cae_lines[@]}"; do
        [[ -n $cae_line ]] || continue
        cae_values+=("${cae_line%%$'\\t'*}")
        cae_shown+=("${cae_line/$'\\t'/  -- }")
    done
    if (( ${#cae_values} )); then
        compadd -l -d cae_shown -a cae_values
    else
        _files
    fi
}
if [[ $funcstack[1] == _cae ]]; then
    _cae_completion "$@"
else
    compdef _cae_completion cae
fi
"""

_FISH_SCRIPT = """\
function __cae_completion
    set -lx _CAE_COMPLETE fish
    set -l typed (commandline -opc) (commandline -ct)
    set -l found (cae $typed[2..-1] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete --command cae --no-files --arguments '(__cae_completion)'
"""

# In PowerShell, a curly apostrophe ends a text between straight ones: all are doubled.
_POWERSHELL_SCRIPT = """\
Register-ArgumentCompleter -Native -CommandName cae -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) {
                $_.Value
            } else {
                $_.Extent.Text
            }
        })
    if ($wordToComplete -eq '') { $words += '' }
    $encoding = [Console]::OutputEncoding
    $env:_CAE_COMPLETE = 'powershell'
    $env:_CAE_WORDS = $words -join "`n"
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        & cae 2>$null | ForEach-Object {
            $value, $told = $_ -split "`t", 2
            $typed = $value
            if ($value -notmatch '^[\\w./+=:-]+$') {
                $typed = "'" + ($value -replace "['\\u2018-\\u201b]", '$0$0') + "'"
            }
            if (-not $told) { $told = $value }
            [System.Management.Automation.CompletionResult]::new(
                $typed, $value, 'ParameterValue', $told)
        }
    } finally {
        [Console]::OutputEncoding = $encoding
        Remove-Item Env:_CAE_COMPLETE, Env:_CAE_WORDS
    }
}
"""

_SCRIPTS = {
    BASH: _BASH_SCRIPT,
    ZSH: _ZSH_SCRIPT,
    FISH: _FISH_SCRIPT,
    POWERSHELL: _POWERSHELL_SCRIPT,
}


class _Place(NamedTuple):
    """Where the script of a shell is installed, and the line of its start-up file, below home."""

    script: str
    startup: str | None = None
    line: str = ""


_PLACES = {
    BASH: _Place(".bash_completions/cae.sh", ".bashrc", "source ~/.bash_completions/cae.sh"),
    ZSH: _Place(".zfunc/_cae", ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    FISH: _Place(".config/fish/completions/cae.fish"),
}


def answer(group: Any, around: Surroundings, words: Sequence[str], shell: str) -> int:
    """Answer a TAB: the words typed so far, the last one incomplete. Never tells an error."""
    if shell not in SHELLS:
        return Exit.USAGE
    typed = [_unquoted(word) for word in words] if shell == BASH else list(words)
    if shell == POWERSHELL:
        typed = around.environment.get(WORDS, "").split("\n")
    found = candidates(group, around, typed)
    for value, help_text in found:
        if clean(value) != value or (shell == FISH and value.startswith("~")):
            continue  # a control character, or a "~" that fish leaves bare, is never inserted
        if shell == BASH:
            around.write(f"{_quoted(value, words[-1] if words else '')}\n")
        else:
            told = clean(around.language.translate(help_text))
            around.write(f"{value}\t{told}\n" if told else f"{value}\n")
    return Exit.DONE


def _unquoted(word: str) -> str:
    """Return a word of bash without its quotes; the last one may still be open."""
    lexer = shlex.shlex(word, posix=True)
    lexer.whitespace = lexer.commenters = ""
    lexer.whitespace_split = True
    try:
        return "".join(lexer)
    except ValueError:
        return str(lexer.token)


def _quoted(value: str, typed: str) -> str:
    """Return a candidate as bash must read it, in the quotes that the person opened, if any."""
    if typed.startswith("'"):
        return "'" + value.replace("'", "'\\''") + "'"
    if typed.startswith('"'):
        inside = "".join(f"\\{c}" if c in '"$`\\' else c for c in value)
        return '"' + inside.replace("!", "\"'!'\"") + '"'  # "!" calls the history up there
    return "".join(c if c.isalnum() or c in "_-./=+,@%" else f"\\{c}" for c in value)


def show(around: Surroundings, named: str) -> None:
    """Write the script of a shell.

    Raises:
        CaeError: it is not a shell that the program knows.
    """
    around.write(_SCRIPTS[_shell(around, named)])


def install(around: Surroundings, named: str) -> None:
    """Install the script of a shell; its start-up file is only appended to.

    Raises:
        CaeError: it is not a shell that the program knows.
        OSError: a file cannot be written.
    """
    shell = _shell(around, named)
    if shell == POWERSHELL:
        line = "cae --show-completion powershell | Out-String | Invoke-Expression"
        around.tell(say("Add this line to the file that {name} names: {line}",
                        name="$PROFILE", line=line))  # fmt: skip
        return
    place = _PLACES[shell]
    script = Path.home() / place.script
    script.parent.mkdir(parents=True, exist_ok=True)
    script.write_text(_SCRIPTS[shell], encoding="utf-8")
    if place.startup is not None:
        _append_once(Path.home() / place.startup, place.line)
    around.tell(say("Completion for {shell} is installed: {file}", shell=shell, file=str(script)))
    around.tell(say("It works in the next terminal that you open."))


def _append_once(path: Path, line: str) -> None:
    present = path.read_bytes() if path.exists() else b""
    if line.encode() in present.splitlines():
        return
    start = b"" if not present or present.endswith(b"\n") else b"\n"
    with path.open("ab") as file:
        file.write(start + line.encode() + b"\n")


def _shell(around: Surroundings, named: str) -> str:
    found = named.strip().lower()
    if found == AUTO:
        found = detected_shell() or Path(around.environment.get("SHELL", "")).name
    if found == "pwsh":
        found = POWERSHELL
    if found in SHELLS:
        return found
    raise CaeError(
        say("Completion does not know this shell: {shell}.", shell=found or "?"),
        say("It knows {shells}.", shells=list(SHELLS)),
    )


def detected_shell() -> str:
    """Return the name of the shell that started the program, or nothing where it is not clear."""
    try:
        import shellingham  # type: ignore[import-untyped]  # a dependency of Typer

        return str(shellingham.detect_shell()[0])
    except (ImportError, OSError, RuntimeError):
        return ""

"""Every way a run can fail, told kindly on standard error; each gives an exit code."""

import errno
import os
from contextlib import suppress
from typing import NamedTuple

import typer

from cae_cli.cli.shell import problems
from cae_cli.cli.shell.surroundings import Surroundings
from cae_cli.errors import CaeError, Exit, InvalidInputError
from cae_cli.language import Language, Said, mark, say


class Failure(NamedTuple):
    """What is told of an error."""

    what: Said
    remedy: Said | None = None


_REASONS = {
    errno.ENOENT: mark("it does not exist"),
    errno.EACCES: mark("it is not allowed"),
    errno.EPERM: mark("it is not allowed"),
    errno.EISDIR: mark("it is a folder"),
    errno.ENOTDIR: mark("a part of the path is not a folder"),
    errno.EEXIST: mark("it exists already"),
    errno.ENOSPC: mark("the disk is full"),
    getattr(errno, "EDQUOT", errno.ENOSPC): mark("the disk is full"),
    errno.EROFS: mark("the disk cannot be written to"),
    errno.ENAMETOOLONG: mark("the name is too long"),
    errno.EIO: mark("the disk does not answer"),
}


def report(error: BaseException, around: Surroundings) -> int:
    """Tell an error and return the exit code; a reader that went away is not told anything."""
    for told_in in (around, around._replace(language=Language("en"))):
        try:
            return _report(error, told_in)
        except BrokenPipeError:
            return _silent(around)
        except Exception:  # noqa: BLE001, S112 - a catalogue is missing, or the error's own text is wrong
            continue
    return last_words(error)


def last_words(error: BaseException) -> int:
    """Tell an error with nothing that could fail again, and return the exit code."""
    words = f"cae stopped on something it did not expect ({type(error).__name__}).\n"
    with suppress(OSError):  # nobody listens
        os.write(2, words.encode("ascii", "replace"))
    return Exit.INVALID


def _report(error: BaseException, around: Surroundings) -> int:
    if isinstance(error, BrokenPipeError):
        return _silent(around)
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else Exit.DONE
    _flush_answer(around)
    if isinstance(error, (KeyboardInterrupt, EOFError, typer.Abort)):
        around.stderr.write("\n")
        around.tell(say("Interrupted."))
        return Exit.INTERRUPTED
    if isinstance(error, InvalidInputError):
        around.stderr.write(problems.render_all(error.source, error.problems, around))
        return error.exit_code
    if isinstance(error, CaeError):
        problem = error.problem
        told = problems.render_alone(problem.what, problem.remedy, around, problem.code)
        around.stderr.write(told)
        return error.exit_code
    if around.environment.get("CAE_DEBUG"):
        import traceback

        around.stderr.write("".join(traceback.format_exception(error)))
    failure = _unexpected(error, around)
    around.stderr.write(problems.render_alone(failure.what, failure.remedy, around))
    return Exit.INVALID


def _flush_answer(around: Surroundings) -> None:
    # What was answered before the error comes before it on a terminal; a failing stream is told as
    # the error itself, not twice.
    try:
        around.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        _close_quietly(around)


def _silent(around: Surroundings) -> int:
    """Leave in silence: the reader of a pipe took what it wanted and closed it."""
    _close_quietly(around)
    return Exit.DONE


def _close_quietly(around: Surroundings) -> None:
    """Send the rest of the answer nowhere, so that Python does not complain of it at its exit."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, around.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass  # not a stream of the system: nothing is left to complain


def _unexpected(error: BaseException, around: Surroundings) -> Failure:
    if isinstance(error, OSError):
        return _system(error, around)
    if isinstance(error, RecursionError):
        return Failure(say("The input is nested too deeply to be read."))
    if isinstance(error, MemoryError):
        return Failure(say("The input is too large for the memory of this machine."))
    return Failure(
        say("cae stopped on something it did not expect ({name}).", name=type(error).__name__),
        say(
            "The fault is the program's, not yours. With the variable {name}, the same command "
            "shows the details to report.",
            name="CAE_DEBUG=1",
        ),
    )


def _system(error: OSError, around: Surroundings) -> Failure:
    reason = _REASONS.get(error.errno or 0)
    shown = around.language.translate(reason) if reason else error.strerror or str(error)
    if error.filename is None:
        return Failure(say("The system refused: {reason}.", reason=shown))
    name = os.fsdecode(error.filename) if not isinstance(error.filename, int) else "?"
    return Failure(say("{file}: {reason}.", file=name, reason=shown))

"""`cae` and `python -m cae_cli`."""

import gc
import os
import sys
from types import ModuleType


def main() -> None:
    """Run the program and leave with its exit code."""
    # A run is short and leaves few cycles: looking for them as often as usual takes 7 % of it.
    gc.set_threshold(1_000_000)
    _load_no_plugins()
    try:
        from cae_cli.cli.main import main as run  # noqa: PLC0415 - Ctrl-C may come this early

        code = run()
    except KeyboardInterrupt:
        code = 130
    # The end of the process frees what is left: looking through it again takes a fifth of a run.
    gc.freeze()
    sys.exit(code)


def _load_no_plugins() -> None:
    """Spare pydantic its search for plugins, which reads the metadata of every package installed.

    The variable is its own way to refuse them, but what would read the metadata is imported all the
    same, a tenth of a run; a module of that name, already there, has none to tell of.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


if __name__ == "__main__":
    main()

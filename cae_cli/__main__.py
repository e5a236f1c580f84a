"""`cae` and `python -m cae_cli`."""

import gc
import os
import sys


def main() -> None:
    """Run the program and leave with its exit code."""
    # A run is short and leaves few cycles: looking for them as often as usual takes 7 % of it.
    gc.set_threshold(1_000_000)
    # Looking for plugins of pydantic reads the metadata of every package installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from cae_cli.cli.main import main as run  # noqa: PLC0415 - Ctrl-C may come this early

        code = run()
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()

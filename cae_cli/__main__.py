"""`cae` and `python -m cae_cli`."""

import os
import sys


def main() -> None:
    """Run the program and leave with its exit code."""
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

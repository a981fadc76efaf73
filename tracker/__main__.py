"""`python -m tracker` and the `tracker` command: even a parser that cannot be loaded is told in one sentence."""

from __future__ import annotations

import sys

from tracker.errors import handled


def main() -> int:
    """Run the command line and give its exit code (see ExitCode)."""
    return handled(_run)


def _run() -> int:
    from tracker.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())

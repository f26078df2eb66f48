"""The command line, as `python -m shequ` and as the script `shequ`."""

from __future__ import annotations

import sys


def main() -> int:
    """Runs the command line with the arguments of the process."""
    import signal

    from . import _native

    # the work is done without the interpreter, which would only note that Ctrl-C was pressed
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _native.run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())

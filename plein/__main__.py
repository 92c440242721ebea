"""Where the command line begins, before anything that takes time is loaded: an interrupt is met from the first moment."""

import gc
import sys

_AT_A_TIME = 100_000
"""So many new objects before Python looks for garbage: what a command loads is none, and it would be looked at a dozen times."""


def main() -> None:
    """Run the command line."""
    gc.set_threshold(_AT_A_TIME)
    try:
        from plein.cli import main as run

        run()
    except KeyboardInterrupt:
        print("plein: Stopped; nothing was left half-done.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()

"""Where the command line begins, before anything that takes time is loaded: an interrupt is met from the first moment."""

import sys


def main() -> None:
    """Run the command line."""
    try:
        from plein.cli import main as run

        run()
    except KeyboardInterrupt:
        print("plein: Stopped; nothing was left half-done.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()

"""The way in: `negotiator` and `python -m negotiator`."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Both ways without words of a command go past argparse, which alone takes 10 ms.
        from negotiator import __version__

        print(f"negotiator {__version__}")
        return 0
    if not sys.argv[1:]:
        from negotiator.cli.app import open_home
        from negotiator.cli.door import guarded

        return guarded(open_home)
    from negotiator.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

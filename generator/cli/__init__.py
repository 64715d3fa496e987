"""The command line: reads arguments, prints, and turns what goes wrong into one line and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence

from generator.errors import BriefingError

FAILED = 1
STOPPED = 130
UNHEARD = 141
"""Nobody reads the output any more: what a shell reports of a program that the system ended for it."""

_YOUNG = 50_000
"""So many new objects are made before any are looked through for garbage."""


def main() -> None:
    """Run ``briefing`` and leave with its exit code."""
    gc.set_threshold(_YOUNG)  # what a start loads stays: to look through it for garbage took a tenth of its time
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run ``briefing``: 0 clean, 1 findings or an error, 2 usage, 130 stopped by Ctrl-C; never a traceback."""
    try:
        code = _invoke(list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
        return UNHEARD
    except KeyboardInterrupt:
        return _tell("stopped; nothing was left half-written", STOPPED)
    except BriefingError as error:
        return _tell(f"error: {error}", FAILED)
    except OSError as error:
        place = f"{os.fsdecode(error.filename)}: " if error.filename else ""
        return _tell(f"error: {place}{error.strerror or error}", FAILED)
    except Exception as error:
        from generator.pipeline.seeds import describe_failure  # noqa: PLC0415 - needed in the worst case alone

        return _tell(f"error: {describe_failure(error)}; this is a fault of the program, please report it", FAILED)
    return code


def _invoke(arguments: list[str]) -> int:
    import click  # noqa: PLC0415 - inside, so that a Ctrl-C while it loads is met like any other

    from generator.cli.commands import briefing  # noqa: PLC0415

    try:
        with briefing.make_context("briefing", arguments) as context:
            code = briefing.invoke(context)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    return code if isinstance(code, int) else 0


def _tell(line: str, code: int) -> int:
    """One line on the error stream, however many the message has."""
    print(" ".join(line.split()), file=sys.stderr)
    return code


def _silence() -> None:
    """Give the interpreter somewhere to flush to as it ends."""
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())

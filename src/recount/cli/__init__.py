"""The command line: thin shells over plain functions, one file per command.

Exit codes: 0 done, 1 nothing could be done, 2 usage, 3 done but damaged or hostile
input was left out.
"""

from __future__ import annotations

import os
import re
import sys

from recount.model import RecountError, UsageError

DONE, FAILED, USAGE, LEFT_OUT = 0, 1, 2, 3

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""

_STOPPED = "Stopped."
_STOPPED_BUILD = "Stopped. What was read so far is in the ledger; build again to go on."

_OPENER = re.compile(
    r"(?:an? (?!is\b)|give|it|its|line|name|no|nothing|that|the|there|these|this|what)\b"
)
"""Words with which a sentence may begin in small letters; names of files stay as they are."""


def main() -> None:
    """Run the command line; every error is one clear sentence, never a traceback."""
    from typer.exceptions import Abort, TyperException

    from recount.cli.app import app

    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:
            _stopped()
    except (Abort, KeyboardInterrupt):
        code = _stopped()
    except TyperException as error:
        code = _complain(error.format_message().replace("Value error, ", ""), USAGE)
    except UsageError as error:
        code = _complain(str(error), USAGE)
    except RecountError as error:
        code = _complain(str(error), FAILED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except OSError as error:
        code = _complain(_os_sentence(error), FAILED)
    except Exception as error:
        if os.environ.get("RECOUNT_DEBUG"):
            raise
        code = _complain(
            f"Something went wrong inside Recount ({type(error).__name__}: {error})."
            " Set RECOUNT_DEBUG=1 to see where, and please report it.",
            FAILED,
        )
    sys.exit(code if isinstance(code, int) else DONE)


def _stopped() -> int:
    building = sys.argv[1:2] == ["build"]
    return _complain(_STOPPED_BUILD if building else _STOPPED, INTERRUPTED)


def _complain(message: str, code: int) -> int:
    sys.stderr.write(f"recount: {sentence(message)}\n")
    return code


def sentence(message: str) -> str:
    """Return a message on one line with a capital and a full stop.

    >>> sentence("there is no ledger nope.db")
    'There is no ledger nope.db.'
    >>> sentence("l.db is not a ledger")
    'l.db is not a ledger.'
    """
    line = " ".join(message.split())
    if _OPENER.match(line):
        line = line[0].upper() + line[1:]
    return line if line.endswith((".", "?", "!", ":")) else f"{line}."


def _os_sentence(error: OSError) -> str:
    what = error.strerror or str(error)
    return f"{error.filename}: {what}" if error.filename else what


__all__ = ["main"]

"""The command line: thin shells over plain functions, one file per command.

Exit codes: 0 done, 1 nothing could be done, 2 usage, 3 done but damaged or hostile
input was left out.
"""

from __future__ import annotations

import os
import sys

from recount.model import RecountError, UsageError

DONE, FAILED, USAGE, LEFT_OUT = 0, 1, 2, 3

_STOPPED = "Stopped. What was read so far is in the ledger; build again to go on."


def main() -> None:
    """Run the command line; every error is one clear sentence, never a traceback."""
    from typer.exceptions import Abort, TyperException

    from recount.cli.app import app

    try:
        code = app(standalone_mode=False)
    except Abort:
        code = _complain(
            "Stopped. What was read so far is in the ledger; build again to go on.", 130
        )
    except TyperException as error:
        code = _complain(error.format_message(), USAGE)
    except UsageError as error:
        code = _complain(str(error), USAGE)
    except RecountError as error:
        code = _complain(str(error), FAILED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = DONE
    except KeyboardInterrupt:
        code = _complain(
            "Stopped. What was read so far is in the ledger; build again to go on.", 130
        )
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


def _complain(sentence: str, code: int) -> int:
    sys.stderr.write(f"recount: {sentence}\n")
    return code


def _os_sentence(error: OSError) -> str:
    where = f" ({error.filename})" if error.filename else ""
    return f"{error.strerror or error}{where}."


__all__ = ["main"]

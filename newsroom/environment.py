"""Reading settings from the environment, with errors that a person can act on."""

import os
import secrets
import tempfile
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.FileAwareEnv()


def read(name: str, kind: str, default: object) -> object:
    """The value of the variable `name`, or of the file named by `name_FILE`.

    `kind` is a django-environ type: str, bool, int, list, db_url, cache_url, email_url. A value that cannot
    be read ends the program with one line, because a traceback through settings helps nobody who installs.
    """
    return or_exit(name, lambda: getattr(env, kind)(name, default=default))


def or_exit(name: str, action: Callable[[], object]) -> object:
    """The result of `action`; its failure becomes one line that names the variable at fault."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)  # how django-environ says that an address has no known scheme
            return action()
    except (ImproperlyConfigured, ValueError, KeyError, OSError, UserWarning) as error:
        reason = str(error) or type(error).__name__
        raise SystemExit(f"newsroom: {name} cannot be used: {reason} (see .env.example)") from None


def refuse(name: str, reason: str) -> None:
    """End the program because the variable `name` has a value that cannot work."""
    raise SystemExit(f"newsroom: {name} {reason} (see .env.example)")


def kept_secret(path: Path) -> str:
    """The secret key kept in `path`, made on the first start; readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, whole = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
        with suppress(FileExistsError):  # another process of this same start made it first
            os.link(whole, path)
        Path(whole).unlink()
    return path.read_text().strip()

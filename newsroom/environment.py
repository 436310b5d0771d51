"""Reading settings from the environment, with errors that a person can act on."""

import io
import os
import re
import secrets
import tempfile
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environ import Env
from environ.fileaware_mapping import FileAwareMapping

TRUE, FALSE = {"true", "yes", "on", "1"}, {"false", "no", "off", "0"}
HOST_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]", re.ASCII | re.IGNORECASE)
PROBLEMS = (ImproperlyConfigured, ImportError, ValueError, KeyError, OSError, UserWarning)


class Environment(FileAwareMapping):
    """The environment, and the files named by `NAME_FILE`. An empty value is none: `SECRET_KEY=` means the default."""

    def __getitem__(self, key):
        if value := super().__getitem__(key).strip():
            return value
        raise KeyError(key)


environment = Environment()


class EmptyIsNone(Env):
    """django-environ, on that environment."""

    ENVIRON = environment


def read(name: str, kind: str, default: object, within: range | None = None) -> object:
    """The value of the variable `name`, or of the file named by `name_FILE`.

    `kind` is one of KINDS; an int must lie `within`. A value that cannot be read ends the program with one line,
    because a traceback through settings helps nobody who installs.
    """
    given = or_exit(name, lambda: environment.get(name, default))
    value = or_exit(name, lambda: KINDS[kind](given)) if isinstance(given, str) else given
    if within and value not in within:
        refuse(name, f"must be from {within[0]} to {within[-1]}; it is {value}")
    return value


def _bool(text: str) -> bool:
    if text.lower() not in TRUE | FALSE:
        raise ValueError(f"{text!r} is neither true nor false")
    return text.lower() in TRUE


def _int(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,18}", text):
        raise ValueError(f"{text!r} is no whole number")
    return int(text)


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _db_url(text: str) -> dict:
    if not re.match(r"(sqlite|postgres|postgresql)://", text):
        raise ValueError("it must begin with sqlite:/// or postgres://")
    if text.startswith("sqlite:") and not urlsplit(text).path.strip("/"):
        raise ValueError("it names no file; write it as sqlite:////folder/newsroom.sqlite3")
    return Env.db_url_config(text)


KINDS: dict[str, Callable[[str], object]] = {
    "str": str,
    "bool": _bool,
    "int": _int,
    "list": _list,
    "db_url": _db_url,
    "cache_url": Env.cache_url_config,
    "email_url": Env.email_url_config,
}


def read_file(path: Path) -> None:
    """Take over the lines NAME=value of `path` where the environment itself does not say; a missing file has none."""
    if not path.exists():
        return
    text = or_exit(path.name, lambda: path.read_text(encoding="utf-8-sig"))
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not re.match(r"#|(export )?\w+=", line, re.ASCII):
            refuse(path.name, f"line {number} is not NAME=value, without spaces round the sign")
    with io.StringIO(text) as lines:
        EmptyIsNone.read_env(lines)


def or_exit(name: str, action: Callable[[], object]) -> object:
    """The result of `action`; its failure becomes one line that names the variable at fault."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", UserWarning)  # how django-environ says that an address has no known scheme
            return action()
    except PROBLEMS as error:
        reason = " ".join((str(error) or type(error).__name__).split())
        raise SystemExit(f"newsroom: {name} cannot be used: {reason} (see .env.example)") from None


def refuse(name: str, reason: str) -> None:
    """End the program because the variable `name` has a value that cannot work."""
    raise SystemExit(f"newsroom: {name} {reason} (see .env.example)")


def need_folder(name: str, path: Path) -> None:
    """Make the folder `path` where it is missing; where that cannot be, or nothing can be written there, end."""
    culprit = name if name in environment else "DATA_DIR"
    or_exit(culprit, lambda: path.mkdir(parents=True, exist_ok=True))
    if not os.access(path, os.W_OK | os.X_OK):
        refuse(culprit, f"leads to {path}, where nothing can be written")


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

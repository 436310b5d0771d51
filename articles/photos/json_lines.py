"""Files of one JSON object a line, as the commands that score read them."""

import json
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path

from django.core.management.base import CommandError

MOST_ERRORS = 20


def read_lines(path: Path, fault: Callable[[dict], str]) -> list[tuple[int, dict]]:
    """The lines with their numbers; a CommandError names each that cannot be read, or that `fault` finds fault with."""
    try:
        content = path.read_bytes().removeprefix(BOM_UTF8)
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror or error}") from None
    numbered = [(number, line) for number, line in enumerate(content.split(b"\n"), start=1) if line.strip()]
    found = [(number, *_read(line, fault)) for number, line in numbered]
    errors = [f"{path}:{number}: {error}" for number, _, error in found if error]
    if errors:
        more = [f"and {len(errors) - MOST_ERRORS} more"] if len(errors) > MOST_ERRORS else []
        raise CommandError("\n".join(errors[:MOST_ERRORS] + more))
    if not found:
        raise CommandError(f"{path}: there is no line to score.")
    return [(number, line) for number, line, _ in found]


def _read(content: bytes, fault: Callable[[dict], str]) -> tuple[dict, str]:
    """The line, and what is wrong with it if anything is."""
    try:
        line = json.loads(content.decode())
    except UnicodeDecodeError as error:
        return {}, f"this is no UTF-8: {error.reason} at byte {error.start + 1} of the line."
    except (ValueError, RecursionError) as error:
        return {}, f"this is no JSON object: {error}"
    if not isinstance(line, dict):
        return {}, "this is no JSON object."
    return line, fault(line)

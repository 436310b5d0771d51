"""Where the server listens, and that no other listens there."""

import errno
import os
import socket
import sys

from django.conf import settings

from newsroom.environment import refuse


def require_free() -> None:
    """End the program with one line if something listens at the address already."""
    with _opened() as tried:
        _bind(tried)


def claim() -> socket.socket | None:
    """Keep the address for this process and its children as long as the socket returned is open.

    gunicorn's workers share a port, and so would two servers, each answering some of the readers. A name that the
    kernel gives once and takes back when its holder ends is what keeps the second one out, even in the same instant.
    """
    guard = None
    if sys.platform == "linux":  # elsewhere the kernel has no such names
        guard = socket.socket(socket.AF_UNIX)
        try:
            guard.bind(f"\0newsroom {settings.HOST} {settings.PORT}")
        except OSError as error:
            _refuse(error)
    require_free()
    return guard


def _opened() -> socket.socket:
    try:
        family = socket.getaddrinfo(settings.HOST, settings.PORT, type=socket.SOCK_STREAM)[0][0]
    except OSError as error:
        refuse("HOST", f"is no address of this machine: {settings.HOST!r} ({error.strerror})")
    return socket.socket(family)


def _bind(tried: socket.socket) -> None:
    tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        tried.bind((settings.HOST, settings.PORT))
        tried.listen()  # where a server has bound itself and does not listen yet, only this fails
    except OSError as error:
        _refuse(error)


def _refuse(error: OSError) -> None:
    if error.errno == errno.EADDRNOTAVAIL:
        refuse("HOST", f"is no address of this machine: {settings.HOST!r}")
    reason = os.strerror(error.errno) if error.errno else error
    port = settings.PORT
    refuse("PORT", f"{port} cannot be used ({reason}); choose another, as in make run PORT={port % 65535 + 1}")

"""Asking other sites whether a page is there: bounded in time and size, and never a machine that is not public.

A host is looked up once, all that it leads to is judged, and what was judged is what is connected to: so no second
answer of a name server can lead elsewhere (DNS rebinding). Each hop of a redirect is judged anew. Nothing but the head
of an answer is read. No proxy is used, no cookie is kept, no name or password sent.
"""

import http.client
import io
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from time import monotonic
from urllib.parse import urldefrag, urljoin, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

from articles.outside_links import ascii_host

SECONDS = 20  # for one link, with all its redirects
MOST_REDIRECTS = 5
LARGEST_HEAD = 64 * 1024  # bytes
PORTS = {"http": 80, "https": 443}
MOVED = {301, 302, 303, 307, 308}
NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
TUNNELS = [ipaddress.ip_network("2002::/16"), ipaddress.ip_network("2001::/32")]  # 6to4 and Teredo: they hold an IPv4


@dataclass(frozen=True)
class Answer:
    """What came of asking: the status, None where no site answered, and the same in words."""

    status: int | None
    said: str
    is_no_host: bool = False


class NotAsked(Exception):
    """Why an address is not asked, or did not answer."""


class NoSuchHost(NotAsked):
    """The name servers know no such host."""


Resolve = Callable[[str, int], list[tuple[str, int]]]


def ask(url: str, seconds: float = SECONDS, resolve: Resolve | None = None) -> Answer:
    """What the site answers for an address, after at most MOST_REDIRECTS hops; whatever goes wrong is an Answer too.

    `seconds` bound all but the look-up of the host, which has the bounds of this machine's resolver.
    """
    until = monotonic() + seconds
    try:
        for _ in range(MOST_REDIRECTS + 1):
            status, leads_to = _asked(url, until, resolve or public_addresses)
            if not leads_to:
                return Answer(status, _in_words(status))
            url = urldefrag(urljoin(url, leads_to))[0]
    except NoSuchHost as error:
        return Answer(None, str(error), is_no_host=True)
    except NotAsked as error:
        return Answer(None, str(error))
    except TimeoutError:
        return Answer(None, f"It did not answer within {seconds:g} seconds")
    except ssl.SSLError as error:
        return Answer(None, f"Its certificate or encryption is at fault: {getattr(error, 'verify_message', error)}")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(None, f"It could not be asked: {str(error)[:150] or type(error).__name__}")
    return Answer(None, f"It leads on more than {MOST_REDIRECTS} times")


def _in_words(status: int) -> str:
    known = {each.value: each.phrase for each in HTTPStatus}
    return f"{status} {known.get(status, '')}".strip()


# Whom to ask


def public_addresses(host: str, port: int) -> list[tuple[str, int]]:
    """Where to connect to. Raises NotAsked if the host is not to be found, or if any of its addresses is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        refused = NoSuchHost if error.errno in NO_SUCH_HOST else NotAsked
        raise refused("There is no such host" if refused is NoSuchHost else "Its host cannot be looked up") from None
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    if not all(map(is_public, addresses)):
        raise NotAsked("It leads to an address that is not public")
    return [(address, port) for address in addresses]


def is_public(address: str) -> bool:
    """Whether anybody on the internet could reach it: no loopback, private, link-local, shared or multicast address.

    Of IPv6 only global unicast that wraps no IPv4 address, which would have to be judged in its place.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if found.version == 6 and (found not in GLOBAL_UNICAST or any(found in tunnel for tunnel in TUNNELS)):
        return False
    return found.is_global and not found.is_multicast


def _place(url: str) -> tuple[str, str, int, str]:
    """The scheme, host, port and path of an address; NotAsked for one of a kind that is not asked."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise NotAsked("It is no address of a page on the web")
    if parts.username is not None or parts.password is not None:
        raise NotAsked("It has a name or a password in it")
    port = parts.port or PORTS[parts.scheme]
    if port not in PORTS.values():
        raise NotAsked(f"It has the port {port}; only 80 and 443 are asked")
    path = iri_to_uri(parts.path or "/") + (f"?{iri_to_uri(parts.query)}" if parts.query else "")
    return parts.scheme, ascii_host(parts.hostname), port, path


# Asking


def _asked(url: str, until: float, resolve: Resolve) -> tuple[int, str]:
    """The status, and where it leads on. A HEAD that meets no page is confirmed by a GET: some sites know no HEAD."""
    scheme, host, port, path = _place(url)
    addresses = resolve(host, port)
    for method in ("HEAD", "GET"):
        with _connected(addresses, until) as plain, _wrapped(plain, scheme, host) as connection:
            response = _response(connection, method, host, path, until)
            if response.status < 400 or response.status == HTTPStatus.TOO_MANY_REQUESTS:
                break
    leads_to = response.getheader("Location", "") if response.status in MOVED else ""
    return response.status, leads_to.encode("latin-1").decode(
        "utf-8", "replace"
    )  # as browsers read one that is not ASCII


def _connected(addresses: list[tuple[str, int]], until: float) -> socket.socket:
    failure = NotAsked("Its host has no address")
    for address in addresses:
        try:
            return socket.create_connection(address, timeout=_left(until))
        except OSError as error:
            failure = error
    raise failure


def _wrapped(connection: socket.socket, scheme: str, host: str) -> socket.socket:
    if scheme == "http":
        return connection
    return ssl.create_default_context().wrap_socket(connection, server_hostname=host)


def _response(connection: socket.socket, method: str, host: str, path: str, until: float) -> http.client.HTTPResponse:
    head = {
        "Host": f"[{host}]" if ":" in host else host,
        "User-Agent": f"Newsroom ({settings.SITE_URL})",
        "Accept": "*/*",
        "Connection": "close",
    }
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items())]
    connection.settimeout(_left(until))
    connection.sendall("\r\n".join([*lines, "", ""]).encode("ascii"))
    response = http.client.HTTPResponse(_Head(connection, until), method=method)
    response.begin()
    return response


def _left(until: float) -> float:
    """The seconds that are left; TimeoutError where none are."""
    if (left := until - monotonic()) <= 0:
        raise TimeoutError
    return left


class _Head(io.RawIOBase):
    """The first bytes that a connection brings until a moment, as `http.client` reads them."""

    def __init__(self, connection: socket.socket, until: float):
        self.connection, self.until, self.size = connection, until, LARGEST_HEAD

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:
        if not self.size:
            return 0
        self.connection.settimeout(_left(self.until))
        size = self.connection.recv_into(buffer, min(len(buffer), self.size))
        self.size -= size
        return size

"""Asking other sites, played by a server of our own: no test reaches out."""

import socket
import socketserver
import threading
from contextlib import contextmanager
from itertools import count
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import public_web
from articles.public_web import NoSuchHost, NotAsked, ask, is_public, public_addresses

OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


@contextmanager
def site(answer):
    """A site that answers each request with what `answer` makes of its first line, and how to get there.

    The way is that of tests alone: production code has no setting that leads to this machine.
    """
    asked = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            line = self.rfile.readline().decode().strip()
            head = list(iter(lambda: self.rfile.readline().decode().strip(), ""))
            asked.append((line.removesuffix(" HTTP/1.1"), head))
            said = answer(line.removesuffix(" HTTP/1.1"))
            for piece in [said] if isinstance(said, str) else said:
                try:
                    self.wfile.write(piece.encode())
                except OSError:  # whoever asked has heard enough
                    return

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        try:
            yield (lambda host, port: [server.server_address]), asked
        finally:
            server.shutdown()


def redirect(to, status=302):
    return f"HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n"


def test_page_that_is_there_is_asked_by_its_head_alone():
    with site(lambda line: OK) as (way, asked):
        answer = ask("http://example.com/a b?q=ü#part", resolve=way)
    assert (answer.status, answer.said) == (200, "200 OK")
    assert [line for line, _ in asked] == ["HEAD /a%20b?q=%C3%BC"]


def test_page_that_is_gone_is_asked_twice():
    with site(lambda line: "HTTP/1.1 404 Not Found\r\n\r\n") as (way, asked):
        assert ask("http://example.com/", resolve=way).said == "404 Not Found"
    assert [line for line, _ in asked] == ["HEAD /", "GET /"]


def test_site_that_knows_no_head_is_asked_for_the_page():
    with site(lambda line: OK if line.startswith("GET") else "HTTP/1.1 405 No\r\n\r\n") as (way, _):
        assert ask("http://example.com/", resolve=way).status == 200


def test_site_that_is_asked_too_often_is_not_asked_again():
    with site(lambda line: "HTTP/1.1 429 Slow down\r\n\r\n") as (way, asked):
        assert ask("http://example.com/", resolve=way).status == 429
    assert len(asked) == 1


def test_nobody_is_told_more_than_who_asks():
    moved = "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /b\r\n\r\n"
    with site(lambda line: moved if " /a" in line else OK) as (way, asked):
        ask("http://example.com/a", resolve=way)
    assert {line.partition(":")[0] for _, head in asked for line in head} == {
        "Host", "User-Agent", "Accept", "Connection",
    }  # fmt: skip


def test_redirects_are_followed_five_times():
    def count_down(line):
        number = int(line.rpartition("/")[2])
        return redirect(f"/{number - 1}") if number else OK

    with site(count_down) as (way, _):
        assert ask("http://example.com/5", resolve=way).status == 200
        assert ask("http://example.com/6", resolve=way).said == "It leads on more than 5 times"


def test_each_hop_of_a_redirect_is_judged_anew():
    def only_the_first(host, port):
        return way(host, port) if host == "example.com" else public_addresses("127.0.0.1", 80)

    with site(lambda line: redirect("http://inside.example/secret")) as (way, asked):
        answer = ask("http://example.com/", resolve=only_the_first)
    assert (answer.status, answer.said) == (None, "It leads to an address that is not public")
    assert len(asked) == 1


@pytest.mark.parametrize(
    "to",
    ["file:///etc/passwd", "http://a:b@example.com/", "http://example.com:22/", "gopher://example.com/", "http://["],
)
def test_redirect_to_what_is_no_page_of_the_web_is_not_followed(to):
    with site(lambda line: redirect(to)) as (way, asked):
        assert ask("http://example.com/", resolve=way).status is None
    assert len(asked) == 1


@pytest.mark.parametrize(
    "url",
    ["ftp://example.com/", "http://a@example.com/", "https://example.com:8443/", "http:///a", "http://a:99999/", "x"],
)
def test_what_is_no_page_of_the_web_is_not_asked(url):
    with site(lambda line: OK) as (way, asked):
        assert ask(url, resolve=way).status is None
    assert asked == []


def test_site_that_does_not_answer_is_left_after_the_time():
    over = threading.Event()
    with site(lambda line: over.wait() and OK) as (way, _):
        assert ask("http://example.com/", seconds=0.2, resolve=way).said == "It did not answer within 0.2 seconds"
        over.set()


def test_site_that_drips_its_answer_is_left_after_the_time(monkeypatch):
    """Each byte comes in time, and all of them together do not."""
    dripping = Mock()
    dripping.recv_into.side_effect = lambda buffer, size: buffer.__setitem__(slice(0, 1), b"H") or 1
    monkeypatch.setattr(public_web, "monotonic", count().__next__)
    with pytest.raises(TimeoutError):
        public_web._Head(dripping, until=20).makefile("rb").readline()
    assert dripping.recv_into.call_count == 20


def test_no_more_than_the_head_of_an_answer_is_read(monkeypatch):
    monkeypatch.setattr(public_web, "LARGEST_HEAD", 1000)
    with site(lambda line: "HTTP/1.1 200 OK\r\n" + "X: aaaaaaaaaa\r\n" * 1000) as (way, _):
        assert ask("http://example.com/", resolve=way).status == 200  # its last lines were not needed


@pytest.mark.parametrize("said", ["", "nonsense\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "\0" * 100])
def test_what_is_no_answer_is_told_as_such(said):
    with site(lambda line: said) as (way, _):
        assert ask("http://example.com/", resolve=way).status is None


def test_site_without_encryption_where_it_is_asked_for_is_told():
    with site(lambda line: OK) as (way, asked):
        assert ask("https://example.com/", resolve=way).said.startswith("Its certificate or encryption is at fault")
    assert not [line for line, _ in asked if line.startswith(("HEAD", "GET"))]


def test_what_was_judged_is_what_is_connected_to(monkeypatch):
    """A name server that answers otherwise the second time leads nowhere: it is asked once."""
    answers = [[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]]
    connected = []
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **named: answers.pop())
    monkeypatch.setattr(socket, "create_connection", lambda address, timeout: connected.append(address) or _fail())
    ask("http://example.com/")
    assert connected == [("93.184.216.34", 80)]


def _fail():
    raise OSError("no net here")


# Which addresses are public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "239.255.255.250", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::", "::1",
        "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1",
        "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1", "100::1", "",
        "nonsense",
    ],
)  # fmt: skip
def test_private_addresses_are_none(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "2a00:1450:4001::1"])
def test_public_addresses_are(address):
    assert is_public(address)


@given(st.ip_addresses(network="10.0.0.0/8") | st.ip_addresses(network="fc00::/7") | st.ip_addresses(network="::/8"))
def test_no_address_of_a_private_network_is_public(address):
    assert not is_public(str(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]".strip("[]")])
def test_host_that_leads_to_this_machine_is_refused_however_it_is_written(host):
    with pytest.raises(NotAsked):
        public_addresses(host, 80)


def test_host_with_one_private_address_is_refused(monkeypatch):
    found = [(2, 1, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **named: found)
    with pytest.raises(NotAsked):
        public_addresses("example.com", 80)


@pytest.mark.parametrize(("errno", "error"), [(socket.EAI_NONAME, NoSuchHost), (socket.EAI_AGAIN, NotAsked)])
def test_host_that_is_not_there_is_told_from_a_look_up_that_failed(monkeypatch, errno, error):
    def fail(*given, **named):
        raise socket.gaierror(errno, "no")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(NotAsked) as refusal:
        public_addresses("example.com", 80)
    assert type(refusal.value) is error
    assert ask("http://example.com/").is_no_host == (error is NoSuchHost)

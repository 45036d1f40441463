"""What `kg push` says where it cannot push: one line with the way out, and never a secret."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kg import cli
from kg.push.client import Patience
from kg.push.login import PASSWORD, TOKEN, USER
from tests.push.graphs import triples
from tests.push.odd import Odd, Say, odd_server, talker
from tests.push.stores import Oxigraph, Virtuoso, free_port

BAD = Say(400, "no")  # how a store answers nonsense
SECRET = "schlüssel-7391"
LOGINS = f"{USER} and {PASSWORD}, or {TOKEN}"


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    """Run `kg push`, which fails; its one line."""
    assert cli.run(["push", *map(str, arguments)]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and SECRET not in err
    return err.removeprefix("kg: ").removesuffix("\n")


def log_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(USER, "Ana")
    monkeypatch.setenv(PASSWORD, SECRET)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait milliseconds where users wait seconds."""
    pause = Patience.pause
    monkeypatch.setattr(Patience, "pause", lambda self, tried, asked: pause(self, tried, asked) / 1000)


# What a server's status says

_CHECK = "check the URL, docs/pushing.md tells what stores call theirs"
_GIVE = "give the store's Graph Store or Update URL, docs/pushing.md tells what stores call them"
_OTHER = "is it for --protocol update, SPARQL updates?"


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ([Say(401)], f"wants a login (401): set {LOGINS}"),
        ([Say(403)], "does not let without a login write (403): use an account that may"),
        ([Say(403, "read only")], "does not let without a login write (403: read only): use an account that may"),
        ([Say(404)], f"is not there (404): {_CHECK}"),
        ([Say(405)], f"takes no data (405): {_GIVE}"),
        ([Say(415, "what?")], f"does not speak this protocol (415: what?): {_OTHER}"),
        ([Say(200, "<html>Welcome!</html>")], "takes nonsense for data (200): no store answers there; check the URL"),
        ([Say(308, headers={"Location": "https://else.example/s?k=1"})],
         "sends on to https://else.example/s (308), where kg does not follow, for your login's sake: "
         "give the right URL"),
        ([Say(302)], "sends on (302), where kg does not follow, for your login's sake: give the right URL"),
        ([BAD, Say(400, "line 1:\n  \x1b[31mbad  IRI")], "refuses the data (400): line 1: [31mbad IRI"),
        ([BAD, Say(500, "<html><title>x</title><h1>disk &lt;full&gt;</h1></html>", {"Content-Type": "text/html"})],
         "fails (500): disk <full>"),
        ([Say(500)], "fails (500)"),
        ([BAD, Say(500, "x" * 300)], f"fails (500): {'x' * 199}…"),
        ([BAD, Say(500, "no Default graph")],
         "fails (500): no Default graph; some stores have no default graph (Virtuoso): name one with --graph"),
        ([BAD, Say(413)], "finds the request too large (413): send fewer triples at once with --batch"),
    ],
)  # fmt: skip
def test_a_status_is_told_with_the_way_out(
    answers: list[Say], line: str, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with odd_server(answers) as server:
        assert told(capsys, out, "--endpoint", f"{server.address}/ds/data?key=7") == f"{server.address}/ds/data {line}"


@pytest.mark.parametrize(
    ("status", "line"),
    [
        (429, "is still asked too often (429): wait, then run it again"),
        (502, "is not reached by the server before it (502): is the store well?"),
        (503, "is still busy (503): wait, then run it again"),
        (504, "is still busy (504): wait, then run it again, or send fewer triples at once with --batch"),
    ],
)
def test_a_busy_store_is_asked_five_times(
    status: int, line: str, out: Path, capsys: pytest.CaptureFixture[str], hasty: None
) -> None:
    total = len(triples(out))
    with odd_server([BAD, Say(204), Say(status, headers={"Retry-After": "7"})]) as server:
        assert told(capsys, out, "--endpoint", f"{server.address}/data", "--batch", "100") == (
            f"{server.address}/data {line}; 100 of {total} triples are there, and the same command goes on after them"
        )
    assert len(server.asked) == 1 + 1 + 5


def test_a_busy_store_that_has_time_again_gets_everything_once(
    out: Path, capsys: pytest.CaptureFixture[str], hasty: None
) -> None:
    busy = [BAD, Say(503), Say(204), Say(429), Say(0), Say(204)]
    with odd_server(busy) as server:
        assert cli.run(["push", str(out), "--endpoint", f"{server.address}/data", "--batch", "200"]) == 0
    total = len(triples(out))
    assert capsys.readouterr().out == f"Pushed {total} triples to {server.address}/data (default graph)\n"
    bodies = [asked.body for asked in server.asked[1:]]
    lines = b"".join(body for place, body in enumerate(bodies) if body not in bodies[:place]).splitlines()
    assert len(lines) == len(set(lines)) == total
    assert {(asked.method, asked.path) for asked in server.asked} == {("POST", "/data?default=")}


@pytest.mark.parametrize(
    ("tried", "asked", "seconds"),
    [(1, "", 1), (2, "", 2), (4, "", 8), (1, "7", 7), (1, "86400", 60), (2, "Wed, 21", 2)],
)
def test_each_pause_is_longer_or_as_long_as_the_server_asks(tried: int, asked: str, seconds: float) -> None:
    assert Patience().pause(tried, asked) == seconds


# Who asks


def authorizations(server: Odd) -> list[str]:
    return [asked.headers.get("authorization", "").split(" ")[0] for asked in server.asked]


def test_a_password_waits_until_it_is_asked_for(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log_in(monkeypatch)
    with odd_server([Say(401, headers={"WWW-Authenticate": 'Basic realm="x"'}), BAD, Say(204)]) as server:
        assert cli.run(["push", str(out), "--endpoint", server.address, "--batch", "200"]) == 0
    assert authorizations(server)[:3] == ["", "Basic", "Basic"]


def test_a_password_is_not_told_where_digest_is_offered(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log_in(monkeypatch)
    offers = {"WWW-Authenticate": 'Basic realm="x", Digest realm="x", nonce="1", qop="auth"'}
    with odd_server([Say(401, headers=offers)]) as server:
        line = told(capsys, out, "--endpoint", server.address)
    assert line == f"{server.address} wants another login (401): check {USER} and {PASSWORD}"
    assert set(authorizations(server)) == {"", "Digest"}


def test_a_token_goes_with_every_request(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(TOKEN, "t-1.x~y+/=")
    with odd_server([BAD, Say(204)]) as server:
        assert cli.run(["push", str(out), "--endpoint", server.address]) == 0
    assert {asked.headers["authorization"] for asked in server.asked} == {"Bearer t-1.x~y+/="}
    capsys.readouterr()
    with odd_server([Say(401)]) as server:
        assert told(capsys, out, "--endpoint", server.address) == (
            f"{server.address} wants another login (401): check {TOKEN}"
        )


def test_a_login_is_not_repeated_even_where_a_server_does(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(TOKEN, SECRET.replace("ü", "u"))
    with odd_server([BAD, Say(500, f"your token {SECRET.replace('ü', 'u')} broke me")]) as server:
        assert told(capsys, out, "--endpoint", server.address) == f"{server.address} fails (500)"
    for file in (out / ".cache").iterdir():
        assert "7391" not in file.read_text("utf-8")


def test_a_login_in_the_file_netrc_is_not_taken(out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text(f"machine 127.0.0.1 login ana password {SECRET}\n", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with odd_server([BAD, Say(204)]) as server:
        assert cli.run(["push", str(out), "--endpoint", server.address]) == 0
    assert set(authorizations(server)) == {""}


@pytest.mark.parametrize(
    ("variables", "line"),
    [
        ({USER: "ana"}, f"{USER} is set alone: set both {USER} and {PASSWORD}"),
        ({PASSWORD: SECRET}, f"{PASSWORD} is set alone: set both {USER} and {PASSWORD}"),
        ({USER: "ana", TOKEN: SECRET}, f"{TOKEN} and {USER} are both set: unset one of them"),
        ({TOKEN: f"{SECRET}\n"}, f"{TOKEN} holds a space, a line break or another character that no token has"),
        ({USER: "a:b", PASSWORD: SECRET}, f"{USER} holds a colon or a control character, which no name can have"),
    ],
)
def test_half_a_login_is_told(
    variables: dict[str, str],
    line: str,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert told(capsys, out, "--endpoint", "http://127.0.0.1:9/data") == line


def test_a_login_that_others_can_read_is_warned_of(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    log_in(monkeypatch)
    assert cli.run(["push", str(out), "--endpoint", "http://store.invalid/data", "--dry-run"]) == 0
    assert capsys.readouterr().err == (
        "kg: http://store.invalid/data is not https: others on the way can read what is sent, your login too\n"
    )


# Where nothing, or nothing good, answers


def test_a_host_that_cannot_be_reached_is_told(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"http://127.0.0.1:{free_port()}/data"
    assert told(capsys, out, "--endpoint", address) == (
        f"cannot reach {address}: the connection is refused: is the server running, and the port right?"
    )
    assert told(capsys, out, "--endpoint", "http://store.invalid/data") == (
        "cannot reach http://store.invalid/data: no computer of that name is found: check the URL and the network"
    )


def test_a_proxy_that_is_not_there_is_told(
    out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("http_proxy", f"http://ana:{SECRET}@127.0.0.1:{free_port()}")
    assert told(capsys, out, "--endpoint", "http://store.invalid/data") == (
        "cannot reach http://store.invalid/data: the proxy that the environment names (HTTP_PROXY, HTTPS_PROXY) does "
        "not let through: check it, or NO_PROXY"
    )


def test_a_host_that_speaks_no_http_is_told(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with talker(b"220 mail.example ready\r\n") as address:
        assert told(capsys, out, "--endpoint", address) == (
            f"cannot reach {address}: what answers there does not speak HTTP: check the port, and http or https"
        )


def test_a_host_that_never_answers_is_told(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with talker(b"") as address:
        assert told(capsys, out, "--endpoint", address, "--timeout", "0.3") == (
            f"cannot reach {address}: no answer within 0.3 seconds: give it more with --timeout, or less at once with "
            "--batch"
        )


def test_a_certificate_that_nobody_vouches_for_is_not_taken(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key, certificate, both = (tmp_path / name for name in ("key.pem", "certificate.pem", "both.pem"))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    both.write_bytes(key.read_bytes() + certificate.read_bytes())
    monkeypatch.setenv(TOKEN, "secret")
    with odd_server([BAD, Say(204)], str(both)) as server:
        assert told(capsys, out, "--endpoint", server.address) == (
            f"cannot reach {server.address}: its certificate is not trusted (self-signed certificate): name the file "
            "of the authority that signed it in REQUESTS_CA_BUNDLE"
        )
        assert server.asked == []
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        assert cli.run(["push", str(out), "--endpoint", server.address]) == 0
    capsys.readouterr()
    with odd_server([BAD]) as server:
        address = server.address.replace("http:", "https:")
        assert told(capsys, out, "--endpoint", address, "--timeout", "2") == (
            f"cannot reach {address}: what answers there does not speak TLS: check the port, and http or https"
        )


# What is refused before anything is sent


@pytest.mark.parametrize(
    "url", ["store", "ftp://x/y", "http://", "http://a..b/x", "http://[::1/x", "http://h:99999/", "http://h/a b"]
)
def test_what_is_no_endpoint_is_told(url: str, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, out, "--endpoint", url) == (
        f"{url!r} is no endpoint: give a URL such as http://127.0.0.1:7878/store"
    )


def test_a_password_in_the_url_is_not_taken(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for url in (f"http://ana:{SECRET}@h/x", f"nonsense://ana:{SECRET}@h/x"):
        assert told(capsys, out, "--endpoint", url) == (
            "an endpoint's URL takes no name and password, which would stand in the list of processes and the shell's "
            f"history: set {USER} and {PASSWORD}"
        )


@pytest.mark.parametrize("graph", ["", "treaties", "http://x/> } ; DROP ALL #", "urn:a b"])
def test_what_cannot_name_a_graph_is_told(graph: str, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, out, "--endpoint", "http://h/x", "--graph", graph) == (
        f"{graph!r} cannot name a graph: give an absolute IRI, such as https://example.org/treaties"
    )


def test_replacing_names_what_is_replaced(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["push", str(out), "--endpoint", "http://h/x", "--replace"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Error: --replace drops all that the graph holds: name it with --graph IRI, or --graph default if that is meant"
    )


def test_a_folder_without_a_good_graph_is_told(out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, tmp_path, "--endpoint", "http://h/x") == (
        f"{tmp_path} holds no graph.ttl: build the graph first, kg build ARTICLES -o {tmp_path}"
    )
    (out / "evidence.ttl").write_text("<urn:s> <urn:p> [] .", "utf-8")
    line = told(capsys, out, "--endpoint", "http://h/x")
    assert line.startswith(f"{out}/evidence.ttl has a blank node (")
    assert line.endswith("), which cannot be pushed: build the graph again")
    (out / "evidence.ttl").write_text("<urn:s> <urn:p>", "utf-8")
    assert told(capsys, out, "--endpoint", "http://h/x").startswith(f"{out}/evidence.ttl is no valid Turtle (")


def test_a_folder_where_nothing_can_be_kept_is_told(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (out / ".cache").write_text("", "utf-8")
    with odd_server([BAD, Say(204)]) as server:
        assert told(capsys, out, "--endpoint", server.address) == (
            f"{out}/.cache: cannot be written to (File exists), and kg push keeps there how far it has come: push from "
            "a copy of the folder"
        )
    assert len(server.asked) == 1


# What real stores refuse


def test_oxigraph_refuses_what_is_sent_to_the_wrong_url(
    oxigraph: Oxigraph, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    query, store, nothing = (f"{oxigraph.address}/{name}" for name in ("query", "store", "nothing"))
    assert told(capsys, out, "--endpoint", query) == (
        f"{query} does not speak this protocol (415: No supported content Content-Type given: text/turtle): "
        "is it for --protocol update, SPARQL updates?"
    )
    assert told(capsys, out, "--endpoint", store, "--protocol", "update") == (
        f"{store} does not speak this protocol (415: No supported content Content-Type given: "
        "application/sparql-update): is it for --protocol gsp, the Graph Store Protocol?"
    )
    assert told(capsys, out, "--endpoint", nothing) == (
        f"{nothing} is not there (404): check the URL, docs/pushing.md tells what stores call theirs"
    )


@pytest.mark.slow
def test_virtuoso_refuses_wrong_logins_and_has_no_default_graph(
    virtuoso: Virtuoso, out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    graph_store, updates = (f"{virtuoso.address}/{name}" for name in ("sparql-graph-crud-auth", "sparql-auth"))
    for address in (graph_store, updates):
        monkeypatch.delenv(USER, raising=False)
        monkeypatch.delenv(PASSWORD, raising=False)
        assert (
            told(capsys, out, "--endpoint", address, "--graph", "urn:g")
            == f"{address} wants a login (401): set {LOGINS}"
        )
        monkeypatch.setenv(USER, "dba")
        monkeypatch.setenv(PASSWORD, SECRET)
        line = told(capsys, out, "--endpoint", address, "--graph", "urn:g")
        assert line == f"{address} wants another login (401): check {USER} and {PASSWORD}"
        monkeypatch.setenv(PASSWORD, "dba")
        line = told(capsys, out, "--endpoint", address)
        assert line.endswith("; some stores have no default graph (Virtuoso): name one with --graph")

"""What it means for a user that a store cannot be reached, and what can be done."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import requests
from urllib3.exceptions import HTTPError, NameResolutionError, ProtocolError

# Connections that were cut, and those that a server which is being started again refuses: worth another try.
_PASSING = (ConnectionError, TimeoutError)


def is_passing(error: requests.RequestException) -> bool:
    """Tell whether a request may go better soon; not so where no answer came in time: the next would take as long."""
    if isinstance(error, requests.Timeout | requests.exceptions.SSLError | requests.exceptions.ProxyError):
        return False
    return isinstance(error, requests.exceptions.ChunkedEncodingError) or any(
        isinstance(cause, _PASSING) for cause in _causes(error)
    )


def reason_of(error: requests.RequestException, seconds: float) -> str:
    """Return why no answer came and what to do. seconds: how long it was waited for."""
    causes = list(_causes(error))
    if isinstance(error, requests.ConnectTimeout):
        return "no connection in time: check the URL, the network and firewalls"
    if isinstance(error, requests.Timeout):
        return f"no answer within {seconds:g} seconds: give it more with --timeout, or less at once with --batch"
    if isinstance(error, requests.exceptions.ProxyError):
        return (
            "the proxy that the environment names (HTTP_PROXY, HTTPS_PROXY) does not let through: check it, or NO_PROXY"
        )
    if isinstance(error, requests.exceptions.SSLError):
        return _distrust(causes)
    if any(isinstance(cause, NameResolutionError) for cause in causes):
        return "no computer of that name is found: check the URL and the network"
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return "the connection is refused: is the server running, and the port right?"
    if any(isinstance(cause, _PASSING) for cause in causes):
        return "the connection was cut: is the server well?"
    if any(isinstance(cause, ProtocolError) for cause in causes):
        return "what answers there does not speak HTTP: check the port, and http or https"
    told = next((cause.strerror for cause in causes if isinstance(cause, OSError) and cause.strerror), "no connection")
    return f"{told}: check the URL and the network"


def _distrust(causes: list[BaseException]) -> str:
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return (
                f"its certificate is not trusted ({cause.verify_message}): name the file of the authority that signed "
                "it in REQUESTS_CA_BUNDLE"
            )
    return "what answers there does not speak TLS: check the port, and http or https"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what led to it: the libraries wrap one in another, in three ways."""
    waiting, seen = [error], set()
    while waiting:
        cause = waiting.pop()
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        inner = [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]
        waiting += [one for one in inner if isinstance(one, BaseException | HTTPError)]

"""Sends requests to a store over HTTP, again where that may help, and tells what came of it."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import requests

from kg import __version__
from kg.errors import PushError
from kg.push.failures import is_passing, reason_of
from kg.push.login import Login
from kg.push.protocols import Request
from kg.push.refusals import Answer, plain, refusal
from kg.push.target import Target

_LATER = (429, 502, 503, 504)
_CONNECT = 10.0  # seconds
_LARGE = 30  # Oxigraph took two minutes to copy half a million triples on a busy machine
_MOST_READ = 16_384  # bytes of an answer: nobody needs more of it


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, and how often to try.

    timeout: seconds for an answer; thirty times as many where a whole graph is cleared or copied.
    tries: of one request, `first`, 2 * `first`, 4 * `first` ... seconds apart.
    longest: seconds that a server may make a request wait by Retry-After.
    """

    timeout: float = 60.0
    tries: int = 5
    first: float = 1.0
    longest: float = 60.0

    def answer_to(self, request: Request) -> float:
        """Seconds to wait for the answer to a request."""
        return self.timeout * (_LARGE if request.is_large else 1)

    def pause(self, tried: int, asked: str) -> float:
        """Seconds to wait after so many tries. asked: what Retry-After says; dates are passed over."""
        wanted = float(asked) if asked.isascii() and asked.isdecimal() else 0.0
        return min(max(self.first * float(2 ** (tried - 1)), wanted), max(self.longest, self.first))


class Client:
    """A connection to a target; a context manager. Certificates are checked, proxies are those of the environment."""

    def __init__(self, target: Target, login: Login, patience: Patience) -> None:
        self._target = target
        self._login = login
        self._patience = patience
        self._reached = self._logged_in = False
        self._session = requests.Session()
        self._session.auth = login.at_once
        self._session.headers["User-Agent"] = f"treaty-kg/{__version__}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._session.close()

    def check(self, nonsense: Request) -> None:
        """Ask for nonsense: a store refuses it, whoever else answers everything with "200 OK" is none.

        Raises PushError where the asker or the way of asking is refused, or it is no store.
        """
        answer = self._answer(nonsense)
        if answer.is_done:
            raise self._error(f"takes nonsense for data ({answer.status}): no store answers there; check the URL")
        if answer.is_unwelcome or answer.status in _LATER:
            raise self._error(self._refusal(answer))

    def send(self, request: Request) -> None:
        """Have a request carried out; PushError where it is not."""
        answer = self._answer(request)
        if not answer.is_done:
            raise self._error(self._refusal(answer))

    def _refusal(self, answer: Answer) -> str:
        return refusal(answer, self._target, self._login.variables)

    def _error(self, told: str) -> PushError:
        return PushError(f"{self._target.address} {told}")

    def _answer(self, request: Request) -> Answer:
        """Return the answer, with a login where one is wanted and there is one."""
        answer = self._tried(request)
        if answer.status in (401, 403) and self._login.user and not self._logged_in:
            self._session.auth = self._login.answer(answer.challenge)
            self._logged_in = True
            answer = self._tried(request)
        return answer

    def _tried(self, request: Request) -> Answer:
        """Return the answer to a request, sent again while it may go better."""
        for tried in range(1, self._patience.tries):
            try:
                answer, asked = self._once(request)
            except requests.RequestException as error:
                # The first connection of all fails for a wrong address rather than for a server that will be back.
                if not (self._reached and is_passing(error)):
                    raise self._unreached(request, error) from error
                asked = ""
            else:
                if answer.status not in _LATER:
                    return answer
            time.sleep(self._patience.pause(tried, asked))
        try:
            return self._once(request)[0]
        except requests.RequestException as error:
            raise self._unreached(request, error) from error

    def _unreached(self, request: Request, error: requests.RequestException) -> PushError:
        reason = reason_of(error, self._patience.answer_to(request))
        return PushError(f"cannot reach {self._target.address}: {reason}")

    def _once(self, request: Request) -> tuple[Answer, str]:
        """Send a request once; returns the answer, and what its Retry-After says."""
        with self._session.request(
            request.method,
            self._target.endpoint,
            params=request.params,
            data=request.body,
            headers={"Content-Type": request.content_type},
            timeout=(min(_CONNECT, self._patience.timeout), self._patience.answer_to(request)),
            allow_redirects=False,
            stream=True,
        ) as response:
            self._reached = True
            answer = Answer(
                response.status_code,
                self._words(response),
                plain(re.split("[?#]", response.headers.get("Location", ""))[0]),
                response.headers.get("WWW-Authenticate", ""),
            )
            return answer, response.headers.get("Retry-After", "")

    def _words(self, response: requests.Response) -> str:
        """Return what a server says, unless it repeats the login."""
        body = b""
        for chunk in response.iter_content(_MOST_READ):  # to its end, where it has one, so that the connection stays
            body += chunk
            if len(body) > _MOST_READ:
                break
        kind = response.headers.get("Content-Type", "")
        text = plain(body.decode("utf-8", "replace"), is_page="html" in kind or "xml" in kind)
        sent = str(response.request.headers.get("Authorization", ""))
        return "" if self._login.is_told_by(text, sent) else text

"""Who asks: a name and password, or a token, from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.models import PreparedRequest

from kg.errors import PushError

USER, PASSWORD, TOKEN = "KG_PUSH_USER", "KG_PUSH_PASSWORD", "KG_PUSH_TOKEN"
_TOKEN = re.compile(r"[\x21-\x7e]+")  # what can stand in a header, RFC 6750
_USER = re.compile(r"[^\x00-\x1f\x7f:]+")  # RFC 7617


@dataclass(frozen=True, slots=True)
class Login:
    """A name and password, a token, or nothing of it. The secrets are not shown where a Login is printed."""

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @property
    def variables(self) -> str:
        """The variables that it came from, for messages; "" for no login."""
        return TOKEN if self.token else f"{USER} and {PASSWORD}" if self.user else ""

    @property
    def at_once(self) -> AuthBase:
        """What goes with the first request: a token; a password waits until it is asked for, and how."""
        return _Bearer(self.token) if self.token else _Nobody()

    def answer(self, challenge: str) -> AuthBase:
        """Return the answer of name and password to a WWW-Authenticate header; "" where a server sent none.

        Digest (RFC 7616) where it is offered, since it does not tell the password; else Basic (RFC 7617).
        """
        if re.search(r"\bdigest\b", challenge, re.IGNORECASE):
            if not self.user.isascii():
                raise PushError(f"the server wants a Digest login, which takes ASCII names only: change {USER}")
            return HTTPDigestAuth(self.user, self.password)
        return HTTPBasicAuth(self.user.encode(), self.password.encode())

    def is_told_by(self, text: str, sent: str) -> bool:
        """Tell whether a text repeats a secret. sent: the Authorization header that was sent with the request."""
        secrets = (self.password, self.token, sent.rpartition(" ")[2])
        return any(secret and secret in text for secret in secrets)


def login_from(environment: Mapping[str, str]) -> Login:
    """Return the login that the environment's variables hold; PushError, without their values, for unfit ones."""
    user, password, token = (environment.get(name, "") for name in (USER, PASSWORD, TOKEN))
    if token and (user or password):
        raise PushError(f"{TOKEN} and {USER} are both set: unset one of them")
    if bool(user) != bool(password):
        raise PushError(f"{USER if user else PASSWORD} is set alone: set both {USER} and {PASSWORD}")
    if token and not _TOKEN.fullmatch(token):
        raise PushError(f"{TOKEN} holds a space, a line break or another character that no token has")
    if user and not _USER.fullmatch(user):
        raise PushError(f"{USER} holds a colon or a control character, which no name can have")
    return Login(user, password, token)


class _Nobody(AuthBase):
    """No login. Without it the library would look into ~/.netrc."""

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        return request


class _Bearer(AuthBase):
    """A token (RFC 6750)."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: PreparedRequest) -> PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request

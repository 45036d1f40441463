"""What a store's status says to a user, and what can be done."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from kg.push.login import PASSWORD, TOKEN, USER
from kg.push.target import UPDATE, Target

_MOST = 200  # characters of a server's own words
_TAGS = re.compile(r"<(script|style|title)\b.*?</\1\s*>|</?[a-z!][^<>]*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said. text: its own words, cleaned by `plain`. to: where it sends on to, or ""."""

    status: int
    text: str = ""
    to: str = ""
    challenge: str = ""

    @property
    def is_done(self) -> bool:
        """Whether it did what was asked."""
        return 200 <= self.status < 300

    @property
    def is_unwelcome(self) -> bool:
        """Whether it refuses whoever asks, or the kind of request, whatever is in it."""
        return 300 <= self.status < 400 or self.status in (401, 403, 404, 405, 406, 410, 411, 413, 415, 501)


_WAYS_OUT: Mapping[int, str] = {
    404: "is not there: check the URL, docs/pushing.md tells what stores call theirs",
    405: "takes no data: give the store's Graph Store or Update URL, docs/pushing.md tells what stores call them",
    413: "finds the request too large: send fewer triples at once with --batch",
    429: "is still asked too often: wait, then run it again",
    502: "is not reached by the server before it: is the store well?",
    503: "is still busy: wait, then run it again",
    504: "is still busy: wait, then run it again, or send fewer triples at once with --batch",
}


def refusal(answer: Answer, target: Target, variables: str) -> str:
    """Return why a store refuses and what to do. variables: those that the login came from, or ""."""
    status = answer.status
    said = f": {answer.text}" if answer.text else ""
    if 300 <= status < 400:
        to = f" to {answer.to}" if answer.to else ""
        return f"sends on{to} ({status}), where kg does not follow, for your login's sake: give the right URL"
    if status == 401:
        way_out = f"check {variables}" if variables else f"set {USER} and {PASSWORD}, or {TOKEN}"
        return f"wants {'another' if variables else 'a'} login (401): {way_out}"
    if status == 403:
        who = "this login" if variables else "without a login"
        return f"does not let {who} write (403{said}): use an account that may"
    if status in (406, 415):
        other = "gsp, the Graph Store Protocol" if target.protocol == UPDATE else "update, SPARQL updates"
        return f"does not speak this protocol ({status}{said}): is it for --protocol {other}?"
    if status in _WAYS_OUT:
        return _WAYS_OUT[status].replace(":", f" ({status}):", 1)
    lacks = not target.graph and "default" in answer.text.lower()
    hint = "; some stores have no default graph (Virtuoso): name one with --graph" if lacks else ""
    return f"{'refuses the data' if status < 500 else 'fails'} ({status}){said}{hint}"


def plain(text: str, is_page: bool = False) -> str:
    """Return the beginning of a server's words on one line, without what would move a terminal's cursor.

    is_page: they are HTML or XML; they lose their tags.
    """
    words = unescape(_TAGS.sub(" ", text)) if is_page else text
    line = " ".join("".join(one if one.isprintable() else " " for one in words).split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"

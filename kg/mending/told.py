"""Reasons as text for eyes."""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.rows import display_width
from kg.mending.judgements import Form
from kg.mending.why import Step, Why

_MOST = 3  # values of one kind, articles of one form
_AGREES = {True: "same", False: "other", None: ""}
_ARE = {
    "same": "are one thing: {0}",
    "different": "are two things: {0} and {1}",
    "unsure": "are two things, and it is not sure: {0} and {1}",
}


def told(why: Why) -> str:
    """Return why two names mean one thing, or two, as text without a newline at its end."""
    one = why.left.thing == why.right.thing
    are = _ARE["same" if one else "unsure" if why.verdict == "unsure" else "different"]
    lines = [f"{why.left.typed!r} and {why.right.typed!r} {are.format(why.left.thing, why.right.thing)}"]
    if why.on_the_spot:
        lines.append("The build never compared them. Compared now:")
    elif not why.steps:
        lines.append("They are one way of writing it: articles that agree in names, key and traits are not compared.")
    for step in why.steps:
        lines += ["", *step_lines(step)]
    if why.by_hand:
        lines += ["", "by hand", *(f"  {line}" for line in why.by_hand)]
    return "\n".join(lines)


def step_lines(step: Step) -> Iterator[str]:
    """Yield the lines of one decision: the two, the verdict with its reasons, the values compared."""
    yield f"{shown(step.left)}  ~  {shown(step.right)}"
    score = "" if step.score is None else f", likeness {step.score:.2f}"
    yield f"  {step.verdict}{score}: {', '.join(step.reasons)}"
    rows = [(row.what, _listing(row.left), _listing(row.right), _AGREES[row.agrees]) for row in step.values]
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    for cells in rows:
        padded = (cell + " " * (width - display_width(cell)) for cell, width in zip(cells, widths, strict=True))
        yield f"    {'  '.join(padded)}".rstrip()


def shown(form: Form) -> str:
    """Return a form for eyes: its first name, where it has one, and its articles."""
    name = f"“{form.names[0]}” " if form.names else ""
    first = f"{form.articles[0]}:{form.at[0]}-{form.at[1]}" if form.at else form.articles[0]
    more = f" and {len(form.articles) - _MOST} more" if len(form.articles) > _MOST else ""
    return f"{name}({', '.join((first, *form.articles[1:_MOST]))}{more})"


def _listing(values: tuple[str, ...]) -> str:
    more = f", … {len(values) - _MOST} more" if len(values) > _MOST else ""
    return (", ".join(values[:_MOST]) + more) or "-"

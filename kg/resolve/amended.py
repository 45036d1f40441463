"""Corrections of single things and facts: classes, names, statuses and dates, what is rejected and what is asserted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kg import ends, vocab
from kg.corrections import Correction
from kg.errors import CorrectionError
from kg.model import Decision, Label
from kg.resolve.corpus import Clusters, Corpus, Node
from kg.resolve.planned import Aim, Plan
from kg.slug import slug

Named = tuple[str, tuple[Label, ...], Label, str]
"""An entity's class, labels, main label and the id that it wants."""


@dataclass(slots=True)
class Amendments:
    """What corrections say of clusters.

    kinds: the class of each; names: its labels, by language; renamed: the language of its main one.
    heeded: corrections of dates that did change one. left_out: those that cannot be carried out after all, and why.
    """

    plan: Plan = field(default_factory=Plan)
    kinds: dict[Node, str] = field(default_factory=dict)
    names: dict[Node, dict[str, str]] = field(default_factory=dict)
    renamed: dict[Node, str] = field(default_factory=dict)
    heeded: set[Correction] = field(default_factory=set)
    left_out: dict[Correction, str] = field(default_factory=dict)

    @classmethod
    def of(cls, plan: Plan, corpus: Corpus, clusters: Clusters) -> Amendments:
        """Return what a plan says of clusters that are final; CorrectionError where it says two things of one."""
        found = cls(plan)
        said: dict[tuple[Node, str, str], Correction] = {}
        for aim in plan.of("retype", "rename", "label"):
            one = aim.correction
            for root in sorted({clusters.find(node) for node in aim.nodes[0]}):
                former = said.setdefault((root, one.kind, one.language), one)
                if former.value != one.value:
                    raise at_odds(former, one)
                if one.kind == "retype":
                    found.kinds[root] = one.value
                elif one.kind == "rename":
                    found.renamed[root] = one.language
                    found.names.setdefault(root, {})[one.language] = one.value
        for aim in plan.of("label"):
            for root in sorted({clusters.find(node) for node in aim.nodes[0]}):
                found.names.setdefault(root, {}).setdefault(aim.correction.language, aim.correction.value)
        return found

    def amend(self, root: Node, kind: str, labels: tuple[Label, ...], main: Label, base: str) -> Named:
        """Return what is to be noted of a cluster instead of what was worked out."""
        if root in self.kinds:
            kind = self.kinds[root]
        for language, text in sorted(self.names.get(root, {}).items()):
            pinned = Label(text, language, True)
            others = (Label(o.text, o.language, o.preferred and o.language != language) for o in labels)
            labels = (pinned, *(other for other in others if (other.text, other.language) != (text, language)))
            if main.language == language or self.renamed.get(root) == language:
                main = pinned
        if root in self.renamed:
            base = f"{base.split('/', 1)[0]}/{slug(main.text)}"
        return kind, labels, main, base

    def leave_out(self, aim: Aim, why: str) -> None:
        """Note that a correction cannot be carried out."""
        self.left_out[aim.correction] = why

    def carried_out(self) -> list[Aim]:
        """Return the aims that were carried out, sorted."""
        return [aim for aim in self.plan.aims if aim.correction not in self.left_out]

    def decisions(self, id_of: Callable[[Node], str]) -> tuple[Decision, ...]:
        """Return what was decided, sorted. id_of: gives the entity of a node, "" where it is none."""
        found = set()
        for aim in self.carried_out():
            concerned = {id_of(node) for nodes in aim.nodes for node in nodes} - {""}
            one = aim.correction
            found.add(Decision(one.kind, one.told, tuple(sorted(concerned)), one.by))
        return tuple(sorted(found))

    def all_left_out(self) -> tuple[tuple[str, str], ...]:
        """Return all corrections that were not carried out, sorted."""
        late = ((one.where, f"{why}; this correction is left out") for one, why in self.left_out.items())
        return tuple(sorted((*self.plan.left_out, *late)))


def at_odds(a: Correction, b: Correction) -> CorrectionError:
    """Return the error for two corrections that say different things of one thing."""
    return CorrectionError(
        f"{b.where}: [[{b.kind}]] of “{b.things[0]}” says {b.value!r}, but {a.value!r} is said of the same thing "
        f"({a.where}): take one of them out"
    )


def misfit(predicate: str, subject: str, value: str) -> str:
    """Return why a property cannot lead from a thing of one class to one of another; "" where it can.

    subject, value: classes; value "" where it is a literal.
    """
    both = (subject, ends.domain(predicate), "is said of"), (value, ends.value_types(predicate), "leads to")
    for kind, allowed, end in both:
        if kind and allowed and not any(vocab.is_a(kind, one) for one in allowed):
            return f"kg:{predicate} {end} {_either(allowed)}, and this is a kg:{kind}"
    return ""


def _either(kinds: Iterable[str]) -> str:
    return " or ".join(f"a kg:{kind}" for kind in kinds)

"""The names of an entity: for each language the best base form and the others, and the one that stands for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from kg.model import Label, Name
from kg.resolve.corpus import Clusters, Concept, Corpus, Node
from kg.resolve.keys import compare_key, has_case, inflected, script_of, shared_stem
from kg.resolve.names import similarity

_CUT = 2
_BETTER = 0.02


def labels_of(corpus: Corpus, clusters: Clusters, root: Node) -> tuple[Label, ...]:
    """Return the labels of the entity whose cluster `root` is in, sorted; empty where no article names it.

    A thing of the gazetteer is called as the gazetteer calls it in the languages of its articles; also the names that
    the articles write are kept. Forms that are only inflections of another form are left out.
    """
    members = clusters.members(root)
    names: dict[str, list[Name]] = defaultdict(list)
    ranks: dict[tuple[str, str], int] = {}
    for node in members:
        language = corpus.language(node)
        for rank, name in enumerate(corpus.things[node].names):
            names[language].append(name)
            ranks[language, name.text] = min(rank, ranks.get((language, name.text), rank))
    concept = concept_of(corpus, members)
    persons = corpus.things[root].kind in ("Person", "Official")
    bases = sorted({base for node in members for base in corpus.things[node].trait("base")})
    found: dict[tuple[str, str], bool] = {}
    for language in sorted({corpus.language(node) for node in members}):
        forms = _ordered(names[language], language, ranks, _sure_elsewhere(names, language), persons, bases)
        if concept is not None:
            official = concept.labels.get(language, ())[:1]
            forms = [*official, *(form for form in forms if form not in official)]
        for number, text in enumerate(forms):
            found[text, language] = number == 0
    return tuple(Label(text, language, preferred) for (text, language), preferred in sorted(found.items()))


def concept_of(corpus: Corpus, members: Iterable[Node]) -> Concept | None:
    """Return the gazetteer's entry for a cluster, by the least key of its members that the gazetteer has."""
    keys = sorted({corpus.things[node].key for node in members} - {""})
    return next((corpus.knowledge.gazetteer[key] for key in keys if key in corpus.knowledge.gazetteer), None)


def main_label(corpus: Corpus, clusters: Clusters, root: Node, labels: tuple[Label, ...]) -> Label:
    """Return the label that stands for the entity: the English one, else the preferred one most articles use."""
    weights: Counter[str] = Counter()
    for node in clusters.members(root):
        weights[corpus.language(node)] += max(1, corpus.weight[node])
    preferred = [label for label in labels if label.preferred] or list(labels)
    return min(
        preferred,
        key=lambda label: (
            label.language.split("-")[0] != "en",
            -weights[label.language],
            script_of(label.text) != "LATIN",
            label.language,
            label.text,
        ),
    )


def _sure_elsewhere(names: dict[str, list[Name]], language: str) -> list[str]:
    return sorted({n.text for other, group in names.items() if other != language for n in group if n.sure})


def _ordered(
    names: list[Name],
    language: str,
    ranks: dict[tuple[str, str], int],
    elsewhere: list[str],
    persons: bool,
    bases: list[str],
) -> list[str]:
    """The forms of one language, best first, without those that only a case ending makes."""
    sure = {name.text for name in names if name.sure}
    place = {text: rank for (where, text), rank in sorted(ranks.items()) if where == language}
    if not sure:
        cut = {text: cut_back(text, elsewhere, persons, bases) for text in place}
        names = [Name(cut[name.text], name.start, name.end, name.sure) for name in names]
        place = {cut[text]: min(place[o] for o in place if cut[o] == cut[text]) for text in place}
    counts = Counter(name.text for name in names)
    kept: list[str] = []
    for text in sorted(counts, key=lambda text: _rank(text, sure, place[text], counts)):
        if any(compare_key(text) == compare_key(k) for k in kept) and has_case(text):
            continue  # without case a second spelling has marks that the first lacks: both are worth keeping
        if (text in sure and not any(inflected(text, k) for k in kept)) or not any(shared_stem(text, k) for k in kept):
            kept.append(text)
    return kept


def _rank(text: str, sure: set[str], place: int, counts: Counter[str]) -> tuple[object, ...]:
    """How far from the best form: worked out, inflected, in capitals, with initials; then as the reading ranks it."""
    words = compare_key(text).split()
    derived = any(inflected(text, other) for other in counts)
    shouted = has_case(text) and len(text) > 5 and text == text.upper()
    initials = any(len(word) == 1 for word in words)
    return text not in sure, derived, shouted, initials, place, -len(words), -counts[text], len(text), text


def cut_back(text: str, others: Iterable[str], persons: bool = True, bases: Sequence[str] = ()) -> str:
    """Return `text` without the case endings that names of the same thing in other languages show to be endings.

    In one script the other name has to be its stem; in another script the ending is cut that makes it sound more like
    the other name; only for persons, as other things' names are translated, not spelt by sound.
    Example: "Юсефа Беншекруна" beside "Youssef Benchekroun" gives "Юсеф Беншекрун".
    """
    if not has_case(text):
        return text
    for other in others:
        if script_of(other) == script_of(text) and inflected(text, other):
            return other
    others, words = list(others), text.split()
    fitting = [base for base in bases if _same_starts(words, base.split())]
    if fitting and others:
        return max((text, *fitting), key=lambda form: (max(similarity(form, o) for o in others), -len(form), form))
    foreign = [other for other in others if script_of(other) != script_of(text) and len(other.split()) == len(words)]
    if not persons or not foreign or len(words) > 4:
        return text
    options = [
        [word[: len(word) - cut] for cut in range(_CUT + 1) if len(word) - cut >= 3 or cut == 0] for word in words
    ]
    best, likeness = text, max(similarity(text, other) for other in foreign)
    for choice in product(*options):
        candidate = " ".join(choice)
        score = max(similarity(candidate, other) for other in foreign)
        if score > likeness + _BETTER or (score > likeness and best != text):
            best, likeness = candidate, score
    return best


def _same_starts(words: list[str], others: list[str]) -> bool:
    return len(words) == len(others) and all(w[:2] == v[:2] for w, v in zip(words, others, strict=True))

"""Which articles carry or translate one original: a family of articles is one work.

Articles are of one family where they state one source, where their texts are nearly the same (shingles, Broder 1997),
or where they tell the same numbers and things in the same order, which translations do and independent reports do not.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import accumulate, combinations, pairwise
from urllib.parse import urlsplit

from kg.model import Article, Reading, Work
from kg.parallel import spread
from kg.resolve.corpus import Clusters
from kg.resolve.ids import unique
from kg.slug import slug

_SHINGLE = 5
_SKETCH = 12
_LEAST_SHINGLES = 20
_SAME_TEXT = 0.5
_CONTAINED = 0.8
_MOST_IN_BLOCK = 40
_WORTH_A_PROCESS = 250  # articles
_PAIRS_WORTH_A_PROCESS = 10_000
_LEAST_SHARED = 4
_LEAST_ALIGNED = 10
_TRANSLATION = 0.72
"""Share of the two fingerprints that stands in one order in both.

Measured on few texts: three translations of one article 0.90 to 0.98, 16 pairs of independent reports 0.00 to 0.55.
"""

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


def find_families(readings: Sequence[Reading], texts: Mapping[str, Article], jobs: int | None = None) -> dict[str, str]:
    """Return for each article the least identifier of the articles of its family (its own where it stands alone).

    jobs: how many processes; all cores where None.
    """
    ids = sorted(reading.identifier for reading in readings)
    by_id = {reading.identifier: reading for reading in readings}
    clusters = Clusters((identifier, "") for identifier in ids)
    pairs = _same_source(by_id) | _copies(ids, by_id, texts, jobs) | _translations(ids, by_id, texts)
    for left, right in sorted(pairs):
        clusters.join((left, ""), (right, ""))
    return {identifier: clusters.find((identifier, ""))[0] for identifier in ids}


def works(readings: Sequence[Reading], family: Mapping[str, str]) -> tuple[Work, ...]:
    """Return the works of all families, sorted by id. A work is named by its source, else by its least article."""
    groups: dict[str, list[str]] = defaultdict(list)
    for article, head in family.items():
        groups[head].append(article)
    sources = {reading.identifier: reading.source for reading in readings}
    found = []
    for articles in groups.values():
        stated = sorted({sources[a] for a in articles if sources[a]}, key=lambda s: (normal_source(s), s))
        source = stated[0] if stated else ""
        named = normal_source(source) if source else min(articles)
        found.append((f"work/{slug(named)}", named, tuple(sorted(articles)), source))
    names = unique([(base, named) for base, named, _, _ in found])
    return tuple(sorted((Work(names[base, named], a, s) for base, named, a, s in found), key=lambda w: w.id))


def normal_source(iri: str) -> str:
    """Return `iri` without scheme, "www.", query, fragment and last slash, in lower case: one page has one form."""
    parts = urlsplit(iri.strip())
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/").casefold() or iri.strip().casefold()


def _chain(groups: Iterable[list[str]]) -> set[tuple[str, str]]:
    return {(group[0], other) for group in groups for other in group[1:]}


def _same_source(by_id: Mapping[str, Reading]) -> set[tuple[str, str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for identifier in sorted(by_id):
        source = by_id[identifier].source
        if source and urlsplit(source).path.strip("/"):  # a site's front page is no one article's source
            groups[normal_source(source)].append(identifier)
    return _chain(groups.values())


def _copies(
    ids: Sequence[str], by_id: Mapping[str, Reading], texts: Mapping[str, Article], jobs: int | None
) -> set[tuple[str, str]]:
    found = [identifier for identifier in ids if identifier in texts]
    shingles = dict(zip(found, spread(lambda i: _shingles(texts[i].text), found, jobs, _WORTH_A_PROCESS), strict=True))
    blocks: dict[int, list[str]] = defaultdict(list)
    for identifier, grams in shingles.items():
        for gram in sorted(grams)[:_SKETCH]:
            blocks[gram].append(identifier)
    pairs = sorted({pair for block in blocks.values() for pair in _pairs(block)})
    copies = spread(lambda pair: _overlap(shingles[pair[0]], shingles[pair[1]]), pairs, jobs, _PAIRS_WORTH_A_PROCESS)
    digests: dict[str, list[str]] = defaultdict(list)
    for identifier in ids:
        digests[by_id[identifier].digest or identifier].append(identifier)
    return _chain(digests.values()) | {pair for pair, copy in zip(pairs, copies, strict=True) if copy}


def _pairs(block: list[str]) -> set[tuple[str, str]]:
    """All pairs of a block; of a big one only neighbours and pairs with its first, which copies of one text chain."""
    block = sorted(block)
    if len(block) <= _MOST_IN_BLOCK:
        return set(combinations(block, 2))
    return set(pairwise(block)) | {(block[0], other) for other in block[1:]}


def _shingles(text: str) -> set[int]:
    words = _TOKEN.findall(text.casefold())
    data = " ".join(words).encode()
    if len(words) <= _SHINGLE:
        return {zlib.crc32(data)}
    ends = [*accumulate(len(word) + 1 for word in data.split(b" "))]
    starts = [0, *ends]
    return {zlib.crc32(data[start : end - 1]) for start, end in zip(starts, ends[_SHINGLE - 1 :], strict=False)}


def _overlap(a: Set[int], b: Set[int]) -> bool:
    """Whether two texts are nearly the same, by their shingles."""
    common, least = len(a & b), min(len(a), len(b))
    if least < _LEAST_SHINGLES:  # too little text to tell a copy from a common phrase
        return len(a) == len(b) == common
    return common / (len(a) + len(b) - common) >= _SAME_TEXT or common / least >= _CONTAINED


def _translations(
    ids: Sequence[str], by_id: Mapping[str, Reading], texts: Mapping[str, Article]
) -> set[tuple[str, str]]:
    prints = {identifier: fingerprint(by_id[identifier], texts.get(identifier)) for identifier in ids}
    rare: dict[str, list[str]] = defaultdict(list)
    for identifier in ids:
        for token in sorted(set(prints[identifier])):
            rare[token].append(identifier)
    shared: Counter[tuple[str, str]] = Counter()
    for block in rare.values():
        if len(block) <= _MOST_IN_BLOCK:
            shared.update(combinations(block, 2))
    return {
        (a, b)
        for (a, b), count in shared.items()
        if count >= _LEAST_SHARED
        and by_id[a].language != by_id[b].language
        and alignment(prints[a], prints[b]) >= _TRANSLATION
    }


def fingerprint(reading: Reading, article: Article | None) -> tuple[str, ...]:
    """Return what an article tells that does not depend on its language, in the order of the text.

    That is its numbers, and the keys of the things that it mentions; the same twice in a row counts once.
    """
    keys = {thing.id: thing.key for thing in reading.things if thing.key and "?" not in thing.key}
    found = [(m.start, keys[m.thing]) for m in reading.mentions if m.thing in keys]
    kept = [(z.start, z.end) for z in reading.zones if z.kind in ("headline", "paragraph", "caption")]
    for match in re.finditer(r"\d+", article.text if article else ""):
        if not kept or any(start <= match.start() < end for start, end in kept):
            found.append((match.start(), str(int(match.group()))))
    tokens = [token for _, token in sorted(found)]
    return tuple(token for i, token in enumerate(tokens) if i == 0 or tokens[i - 1] != token)


def alignment(a: Sequence[str], b: Sequence[str]) -> float:
    """Return the share of two sequences that stands in one order in both (longest common subsequence), 0 to 1.

    0 where fewer than ten tokens are aligned: so little happens by chance.
    """
    if min(len(a), len(b)) < _LEAST_ALIGNED:
        return 0.0
    row = [0] * (len(b) + 1)
    for left in a:
        diagonal = 0
        for j, right in enumerate(b, start=1):
            diagonal, row[j] = row[j], (diagonal + 1 if left == right else max(row[j], row[j - 1]))
    return 2 * row[-1] / (len(a) + len(b)) if row[-1] >= _LEAST_ALIGNED else 0.0

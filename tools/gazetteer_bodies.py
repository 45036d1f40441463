"""Make `ontology/gazetteer/{organizations,bodies,treaties}.ttl` from the hand-written tables in `tools/gazetteer/`.

A maintainer's script, called by `build_gazetteer.py`, whose table format it shares (see the head of
`tools/gazetteer/states.txt` for the marks before names). Each of the three files is put together from every table whose
name begins with its own: `organizations-*.txt` and so on; a key may come back in a later table, which then adds names.
Run it from the top of a checkout: `python tools/gazetteer_bodies.py [organizations bodies treaties]`.
"""

from __future__ import annotations

import sys

from build_gazetteer import NOTES, TABLES, Record, _spellings, fill, rows, write

KINDS = {"organizations": "InternationalOrganization", "bodies": "GovernmentBody", "treaties": "Treaty"}
PREFIX = {"organizations": "organization/", "bodies": "", "treaties": "treaty/"}


def records(name: str) -> dict[str, Record]:
    """The concepts of one gazetteer file ("organizations", "bodies" or "treaties"), from all its tables."""
    found: dict[str, Record] = {}
    for path in sorted(TABLES.glob(f"{name}-*.txt")):
        for key, names, links in rows(path.stem):
            full = key if "/" in key else PREFIX[name] + key
            record = found.setdefault(full, Record(links={"kind": KINDS[name]}))
            fill(record, names, _links(full, links))
    for record in found.values():
        _spellings(record)
    return found


def _links(key: str, links: dict[str, str]) -> dict[str, str]:
    """A row's links; a parent may be named by its last part, and a national body's key says whose body it is."""
    if "partOf" in links and "/" not in links["partOf"]:
        links = {**links, "partOf": f"organization/{links['partOf']}"}
    parts = key.split("/")
    if parts[0] not in ("organization", "treaty"):
        links = {"ofState": parts[1], **links}
    return links


def main(wanted: list[str]) -> None:
    """Build the files named (all three by default)."""
    for name in wanted or KINDS:
        write(name, records(name), NOTES[name])


if __name__ == "__main__":
    main(sys.argv[1:])

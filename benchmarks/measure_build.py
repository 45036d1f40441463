"""One build in this process, with a clock at each stage: `measure_build.py ARTICLES OUT JOBS` prints a line of JSON."""

from __future__ import annotations

import time

START = time.perf_counter()  # before anything is imported: start-up is part of the job

import json  # noqa: E402
import resource  # noqa: E402
import sys  # noqa: E402
from collections import defaultdict  # noqa: E402
from collections.abc import Callable  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg import pipeline  # noqa: E402
from kg.read import find_inputs, read_source  # noqa: E402

STAGES = {  # the functions that `kg.pipeline` calls, and how their stage is called in the report
    "collect": "identify, annotate, extract",
    "resolve": "resolve",
    "_write": "emit, write, page",
}
_spent: defaultdict[str, float] = defaultdict(float)
_seen: dict[str, int] = {}


def processor_seconds() -> float:
    """Processor time of this process and of its ended workers."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def clocked(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, with its processor time added to its stage."""

    def call(*arguments: Any, **named: Any) -> Any:
        before = processor_seconds()
        result = function(*arguments, **named)
        _spent[STAGES[name]] += processor_seconds() - before
        if name == "resolve":
            _seen["entities"] = len(result.entities)
        return result

    return call


def main() -> None:
    """Build, then take the reading of files out of the first stage by reading them once more alone."""
    articles, out, jobs = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    for name in STAGES:
        setattr(pipeline, name, clocked(name, getattr(pipeline, name)))
    account = pipeline.build([articles], out, jobs=jobs)
    wall, total = time.perf_counter() - START, processor_seconds()
    main_kb, worker_kb = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    before = processor_seconds()
    for source in find_inputs([articles]).sources:
        list(read_source(source))
    reading = processor_seconds() - before
    first = STAGES["collect"]
    stages = {"start, knowledge, account": total - sum(_spent.values()), "read": reading}
    stages |= {stage: _spent[stage] - (reading if stage == first else 0) for stage in STAGES.values()}
    print(
        json.dumps(
            {
                "wall": wall,
                "stages": stages,
                "main_mb": main_kb / 1024,
                "worker_mb": worker_kb / 1024,
                "entities": _seen["entities"],
                "facts": account.facts,
                "left_out": len(account.refusals),
            }
        )
    )


if __name__ == "__main__":
    main()

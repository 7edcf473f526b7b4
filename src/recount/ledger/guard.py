"""What keeps withheld documents and persons out of later builds, knowing only hashes.

A withheld name is stored as salted hashes of its normalised words. The words of each
new text are hashed in runs of the same lengths and compared; where one is met, the words
themselves are at hand again, for as long as that text is being masked. The hashes keep
the name from being read off; they do not withstand somebody who guesses names one by one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recount.ledger.masking import (
    Mask,
    Word,
    mask_for,
    masked,
    masked_document,
    masked_sighting,
    words_of,
)
from recount.model import Document, Sighting, Skipped

DOCUMENT = "document"
RUN_OF_WORDS = "person"
PAIR = "person-pair"
"""First and last word of a name, with up to two others between."""
TURNED = "person-turned"
"""Last and first word of a name, next to each other."""

_REACH = 3
"""How far apart the two words of a pair may stand."""


def name_hash(salt: str, keys: Sequence[str]) -> str:
    """Return the salted hash of the normalised words of a name."""
    data = "\0".join(keys).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, key=bytes.fromhex(salt), digest_size=20).hexdigest()


@dataclass(frozen=True, slots=True)
class HashedForm:
    """One form of a withheld name: its kind, its salted hash, its number of words."""

    kind: str
    key: str
    tokens: int


def hashed_forms(salt: str, keys: tuple[str, ...]) -> tuple[HashedForm, ...]:
    """Return the hashes of the forms of a name by which a later text is recognised."""
    forms = [HashedForm(RUN_OF_WORDS, name_hash(salt, keys), len(keys))]
    if len(keys) > 1:
        joined = ("".join(keys), "".join((keys[-1], *keys[:-1])))
        forms += [HashedForm(RUN_OF_WORDS, name_hash(salt, (one,)), 1) for one in joined]
        forms.append(HashedForm(PAIR, name_hash(salt, (keys[0], keys[-1])), 2))
        forms.append(HashedForm(TURNED, name_hash(salt, (keys[-1], keys[0])), 2))
    return tuple(dict.fromkeys(forms))


@dataclass(frozen=True, slots=True)
class Guard:
    """What a build must leave out: documents by the hash of their bytes, names by theirs."""

    documents: frozenset[str]
    salt: str | None
    runs: Mapping[int, frozenset[str]]
    pairs: frozenset[str]
    turned: frozenset[str]

    def keeps_out(self, sha256: str) -> bool:
        """Return whether the document with these bytes is withheld."""
        return sha256 in self.documents

    def masks(self, texts: Iterable[str]) -> tuple[Mask, ...]:
        """Return the masks that these texts of one document ask for, the longest name first."""
        if self.salt is None:
            return ()
        parts = list(texts)
        found: set[tuple[str, ...]] = set()
        for text in parts:
            found.update(self._names_in(self.salt, words_of(text)))
        masks = []
        for keys in sorted(found, key=lambda keys: (-len(keys), keys)):
            by_text = [mask_for(keys, text) for text in parts]
            held = [mask for mask in by_text if mask is not None]
            # The body text comes first and has the most to say on what the surname means.
            masks.append(held[0] if held else Mask(keys))
        return tuple(masks)

    def document(self, document: Document) -> tuple[Document, tuple[Mask, ...]]:
        """Return a document with withheld names masked, and the masks that it took."""
        texts = [document.text, document.title, document.url, document.author, document.outlet]
        texts += [url for _, _, url in document.links]
        masks = self.masks(text for text in texts if text is not None)
        return (masked_document(document, masks) if masks else document), masks

    def sighting(self, sighting: Sighting, masks: Sequence[Mask] = ()) -> Sighting:
        """Return a sighting with withheld names masked; ``masks`` are those of its document."""
        texts = [sighting.path, sighting.title, sighting.url, sighting.outlet]
        own = self.masks(text for text in texts if text is not None)
        return masked_sighting(sighting, (*masks, *own)) if masks or own else sighting

    def held_in(self, data: bytes) -> bool:
        """Return whether raw bytes hold a withheld name that their clean text may not show."""
        return len(self.masks((data.decode("utf-8", "ignore"),))) > 0

    def text(self, text: str) -> str:
        """Return words of a person or of a table of theirs, with withheld names masked."""
        return masked(text, self.masks((text,)))

    def plain(self, plain: Any) -> Any:
        """Return a plain form with withheld names masked in every string of it."""
        if isinstance(plain, str):
            return self.text(plain)
        if isinstance(plain, list):
            return [self.plain(item) for item in plain]
        if isinstance(plain, dict):
            return {key: self.plain(value) for key, value in plain.items()}
        return plain

    def skipped(self, skipped: Skipped) -> Skipped:
        """Return an input that was left out, with withheld names masked."""
        masks = self.masks((skipped.path, skipped.message))
        if not masks:
            return skipped
        return Skipped(masked(skipped.path, masks), skipped.reason, masked(skipped.message, masks))

    def _names_in(self, salt: str, words: Sequence[Word]) -> set[tuple[str, ...]]:
        keys = [word.key for word in words]
        found: set[tuple[str, ...]] = set()
        for length, hashes in self.runs.items():
            for at in range(len(keys) - length + 1):
                run = tuple(keys[at : at + length])
                if name_hash(salt, run) in hashes:
                    found.add(run)
        if not self.pairs:
            return found
        for at, first in enumerate(keys):
            near = keys[at + 1 : at + 1 + _REACH]
            made_of = [name_hash(salt, (first, last)) for last in near]
            found.update(
                (first, last)
                for last, made in zip(near, made_of, strict=True)
                if made in self.pairs
            )
            if made_of and made_of[0] in self.turned:
                found.add((near[0], first))
        return found


def guard_of(rows: Sequence[Mapping[str, Any]]) -> Guard:
    """Return the guard of the rows of the table ``withheld``."""
    runs: dict[int, set[str]] = {}
    for row in rows:
        if row["kind"] == RUN_OF_WORDS:
            runs.setdefault(row["tokens"], set()).add(row["key"])
    return Guard(
        frozenset(row["key"] for row in rows if row["kind"] == DOCUMENT),
        next((row["salt"] for row in rows if row["salt"] != ""), None),
        {length: frozenset(hashes) for length, hashes in sorted(runs.items())},
        frozenset(row["key"] for row in rows if row["kind"] == PAIR),
        frozenset(row["key"] for row in rows if row["kind"] == TURNED),
    )

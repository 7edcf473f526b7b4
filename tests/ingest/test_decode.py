"""Bytes to text: what a page calls its encoding is believed only where it names a character set."""

from __future__ import annotations

import codecs

import pytest

from recount.ingest.decode import decode

PAGE = (
    '<meta charset="{}"><p>Un attentat à Sorrel: «trois morts», déclare la police de la ville.</p>'
)


@pytest.mark.parametrize("name", ["uu", "hex", "base64", "zlib", "rot13", "bz2", "quopri"])
def test_a_codec_that_is_no_character_set_is_not_believed(name):
    data = PAGE.format(name).encode("cp1252")
    assert decode(data) == PAGE.format(name)


@pytest.mark.parametrize("name", ["unicode_escape", "raw_unicode_escape", "punycode", "undefined"])
def test_an_escape_of_the_language_is_not_believed(name):
    data = PAGE.format(name).replace("trois", r"\u0074rois").encode("cp1252")
    assert decode(data) == PAGE.format(name).replace("trois", r"\u0074rois")


def test_every_codec_of_the_library_may_be_declared():
    from encodings.aliases import aliases

    for name in sorted(set(aliases.values())):
        try:
            codecs.lookup(name)
        except LookupError:
            continue
        assert "Sorrel" in decode(PAGE.format(name).encode("cp1252")), name


def test_a_declared_character_set_is_used():
    data = PAGE.format("koi8-r").replace("Un attentat", "Взрыв").encode("koi8-r", "replace")
    assert "Взрыв" in decode(data)

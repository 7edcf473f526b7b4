"""From bytes to code points: byte-order marks, validity, declaration, in that order.

The bytes decide, not the declaration: valid UTF-8 with a character beyond ASCII is
practically never anything else. Damage inside otherwise good UTF-8 becomes U+FFFD and
the rest is kept.
"""

from __future__ import annotations

import codecs
import re

from recount.model import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*["']?|<\?xml[^>]{0,100}encoding\s*=\s*["'])([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_IN = 2048
"""Bytes in which HTML asks for the declaration to stand (1024), with room for sloppy pages."""

_SAMPLE = 65_536
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CONTROL_SHARE = 0.02
"""Texts have no control characters but stray ones; compressed data has about 10 %."""
_DAMAGE_SHARE = 0.05
"""U+FFFD per character up to which bytes count as damaged UTF-8 rather than another encoding."""
_NO_CHARSETS = frozenset(
    {"utf-8", "utf-8-sig", "utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape"}
)
"""Codecs of ASCII that no declaration decides: UTF-8 is tried first, no page is in the others."""
_HIGH_SHARE = 0.2
"""Share of bytes beyond ASCII from which a Latin alphabet is unlikely."""


def decode(data: bytes) -> str:
    """Return the text of the bytes, without a byte-order mark.

    Raises:
        ReadError: the bytes are not text in any encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, "replace"))
    wide = _wide_encoding(data)
    if wide is not None:
        return _checked(data.decode(wide, "replace"))
    return _checked(_decode_narrow(data))


def _decode_narrow(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared_encoding(data)
    if declared is not None:
        try:
            return data.decode(declared)
        except UnicodeError:
            pass
    text = data.decode("utf-8", "replace")
    if _mostly_utf8(data, text):
        return text
    return data.decode(_guessed_encoding(data), "replace")


def _mostly_utf8(data: bytes, text: str) -> bool:
    """Whether the damage is an exception among valid sequences of several bytes."""
    damaged = text.count("\ufffd")
    if damaged > _DAMAGE_SHARE * len(text):
        return False
    valid = sum(1 for character in text[:_SAMPLE] if "\x7f" < character != "\ufffd")
    cut_off = damaged == 1 and text.endswith("\ufffd") and data[-1] >= 0xC0
    return cut_off or 0 < damaged <= valid


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is NUL."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return None
    half = len(sample) // 2
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _declared_encoding(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_IN])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
        # A page is not in an encoding in which its own declaration reads otherwise (UTF-16,
        # EBCDIC), nor in one of those codecs of Python that give no text (base64, zlib).
        if name in _NO_CHARSETS or match.group().decode(name) != match.group().decode("ascii"):
            return None
    except (LookupError, UnicodeError):
        return None
    # What calls itself Latin-1 is Windows-1252 on the web (WHATWG Encoding Standard).
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _guessed_encoding(data: bytes) -> str:
    sample = data[:_SAMPLE]
    high = sum(1 for byte in sample if byte > 0x7F)
    if high > _HIGH_SHARE * len(sample):
        from charset_normalizer import from_bytes

        best = from_bytes(sample[:8192]).best()
        if best is not None:
            return best.encoding
    return "cp1252"


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample)) - sample.count("\x00")
    # NUL bytes strewn into a good text are damage to pass over; in number they are binary data.
    if controls > CONTROL_SHARE * len(sample) or sample.count("\x00") > 0.2 * len(sample) + 4:
        raise ReadError("The bytes are not text in any encoding.")
    if sample.count("\ufffd") > 0.3 * len(sample):
        raise ReadError("The bytes are not text in any encoding.")
    return text

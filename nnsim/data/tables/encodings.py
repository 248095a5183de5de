"""Which encoding a text is in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import numpy as np

from .errors import TableError

ENCODINGS = ("utf-8", "utf-16", "cp949", "latin-1")
SAMPLE_BYTES = 2**18
_BLOCK_BYTES = 2**21
_NOT_WINDOWS = tuple(bytes([code]) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
_CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r\f\x1a\x1b")


def guess_encoding(raw: bytes) -> str:
    """One of ENCODINGS. Raises TableError where it is no text at all."""
    encoding = _guess(raw)
    if _CONTROLS & set(sample(raw, encoding)):
        raise TableError("binary")
    return encoding


def _guess(raw: bytes) -> str:
    head = raw[:SAMPLE_BYTES]
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        if _utf_16_order(raw) is None:
            raise TableError("binary")
        return "utf-16"
    if raw.isascii():
        return "utf-8"
    try:
        for _ in decoded(raw, "utf-8"):
            pass
    except TableError:
        return "cp949" if _is_korean(head) else "latin-1"
    return "utf-8"


def decoded(raw: bytes, encoding: str) -> Iterator[str]:
    """The text in blocks, for to decode it at once would stop every other thread.

    Without its byte-order mark; raises TableError with the row that is no such text.
    """
    if encoding != "utf-16" and raw.isascii():
        encoding = "ascii"
    codec = _codec(raw, encoding)
    decoder = codecs.getincrementaldecoder(codec)()
    row = 1
    for start in range(0, len(raw), _BLOCK_BYTES):
        end = start + _BLOCK_BYTES
        try:
            text = decoder.decode(raw[start:end], end >= len(raw))
        except UnicodeDecodeError as error:
            row += error.object[: error.start].decode(codec, "replace").count("\n")
            raise TableError("undecodable", row, value=encoding) from None
        row += text.count("\n")
        yield text if start else text.removeprefix("\ufeff")


def sample(raw: bytes, encoding: str) -> str:
    """The beginning of the text, in whole lines where it is not all; never raises."""
    text = raw[:SAMPLE_BYTES].decode(_codec(raw, encoding), "replace").removeprefix("\ufeff")
    whole = len(raw) <= SAMPLE_BYTES or "\n" not in text
    return text if whole else text[: text.rindex("\n") + 1]


def _codec(raw: bytes, encoding: str) -> str:
    if encoding == "latin-1" and not any(code in raw for code in _NOT_WINDOWS):
        return "cp1252"  # what is called Latin-1 is its superset: quotation marks, the euro
    if encoding != "utf-16":
        return encoding
    if raw.startswith(codecs.BOM_UTF16_LE):
        return "utf-16-le"
    if raw.startswith(codecs.BOM_UTF16_BE):
        return "utf-16-be"
    return _utf_16_order(raw) or "utf-16-le"


def _utf_16_order(raw: bytes) -> str | None:
    """Digits and delimiters have a zero in one byte of two."""
    if len(raw) % 2:
        return None
    first, second = (np.frombuffer(raw[:SAMPLE_BYTES], np.uint8).reshape(-1, 2) == 0).mean(axis=0)
    if second > 0.2 and first < 0.05:
        return "utf-16-le"
    if first > 0.2 and second < 0.05:
        return "utf-16-be"
    return None


def _is_korean(head: bytes) -> bool:
    """Most of what is not ASCII is a syllable in common use.

    Almost any pair of bytes is some syllable of cp949, so an umlaut and the letter after it, too.
    """
    cut = head.rfind(b"\n") + 1 or len(head)
    try:
        foreign = [letter for letter in head[:cut].decode("cp949") if letter > "\x7f"]
    except UnicodeDecodeError:
        return False
    syllables = "".join(letter for letter in foreign if "가" <= letter <= "힣")
    common = syllables.encode("euc_kr", "ignore").decode("euc_kr")
    return 2 * len(common) >= len(foreign)

"""Plain text: bytes as received become a document, or are refused in one line."""

import codecs
import hashlib
import re

from generator.model.document import Document
from generator.read.frontmatter import read_front_matter
from generator.read.normalise import fold
from generator.read.reading import Reading, refusal
from generator.settings import MAX_DOCUMENT_BYTES

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\v\x1b") + b"\x7f"
_NO_CONTROLS = bytes(code for code in range(0x100) if code not in _CONTROLS)
_CONTROL_SHARE = 50
"""One control in so many bytes makes a file binary."""

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_SAVE = "save it as UTF-8 text"


def read_document(data: bytes, file: str) -> Reading:
    """The document that the bytes hold, with its front matter read.

    The text is kept as it is, line ends included; only a byte order mark is left out.

    Args:
        data: the bytes as received.
        file: name below ``seeds/`` with forward slashes.

    Raises:
        UnreadableDocument: empty, over-large, binary or undecodable.
    """
    check_size(len(data), file)
    text, encoding = _decode(data, file)
    folded = fold(text)
    front = read_front_matter(text, file)
    if not folded[front.body.start :].strip():
        found = "front matter alone" if front.body.start else "an empty file"
        raise refusal(file, expected="a story", found=found, hint="add the text of the document or remove the file")
    digest = hashlib.sha256(data).hexdigest()
    document = Document(file, text, folded, digest, front.body, front.metadata, encoding)
    return Reading(document, front.findings)


def check_size(size: int, file: str) -> None:
    """Refuse more bytes than a news document has.

    Raises:
        UnreadableDocument: more than `MAX_DOCUMENT_BYTES`.
    """
    if size > MAX_DOCUMENT_BYTES:
        raise refusal(
            file,
            expected=f"at most {MAX_DOCUMENT_BYTES:,} bytes",
            found=f"{size:,}",
            hint="split the file, one document each",
        )


def _decode(data: bytes, file: str) -> tuple[str, str]:
    """Text and encoding."""
    for mark, name in _WIDE_MARKS:
        if data.startswith(mark):
            raise refusal(file, expected="UTF-8 text", found=name, hint=_SAVE)
    if b"\0" in data or len(data.translate(None, _NO_CONTROLS)) * _CONTROL_SHARE > len(data):
        raise refusal(file, expected="text", found="a binary file", hint="put the document's text in its place")
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_windows(data, file, error), "cp1252"


def _decode_windows(data: bytes, file: str, error: UnicodeDecodeError) -> str:
    """Text in the Windows code page of western Europe; damaged UTF-8 is refused rather than read as gibberish."""
    line = data.count(b"\n", 0, error.start) + 1
    sound = data.decode("utf-8", "ignore")
    strays = len(data) - len(sound.encode())
    if len(_BEYOND_ASCII.findall(sound)) < strays:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError as second:
            line = data.count(b"\n", 0, second.start) + 1
    found = f"byte 0x{data[error.start]:02X} that is neither UTF-8 nor Windows-1252"
    raise refusal(file, expected="UTF-8 text", found=found, hint=_SAVE, line=line)

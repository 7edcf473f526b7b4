"""Small files made on the spot: PDF, DOCX, WARC, zip."""

from __future__ import annotations

import io
import zipfile

PdfText = tuple[float, float, float, str]
"""Left, baseline, size, words."""


def make_pdf(pages: list[list[PdfText]], info: str = "") -> bytes:
    """A PDF with these words at these places."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    for number, lines in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        body = "BT\n"
        for left, baseline, size, words in lines:
            escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            body += f"/F1 {size} Tf 1 0 0 1 {left} {baseline} Tm ({escaped}) Tj\n"
        body += "ET"
        objects.append(f"<< /Length {len(body)} >>\nstream\n{body}\nendstream")
    objects.append(f"<< {info} >>")
    out = b"%PDF-1.4\n"
    offsets = []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n"
        f"startxref\n{start}\n%%EOF\n"
    ).encode()
    return out


def make_encrypted_pdf() -> bytes:
    """A PDF whose encryption dictionary asks for a password that nobody has."""
    plain = make_pdf([[(50, 700, 10, "Secret words.")]])
    lock = (
        b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <"
        + b"41" * 32
        + b"> /U <"
        + b"42" * 32
        + b"> >>"
    )
    ids = b" /ID [<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
    return plain.replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt " + lock + ids)


def make_docx(build: object = None) -> bytes:
    """A DOCX; ``build`` is called with the python-docx document."""
    import docx

    document = docx.Document()
    if callable(build):
        build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def make_zip(members: dict[str, bytes]) -> bytes:
    """A zip archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def make_warc(records: list[tuple[str, str, bytes]], *, gzip: bool = False) -> bytes:
    """A WARC of responses: address, content type, payload."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for url, kind, payload in records:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(payload), http_headers=headers
            )
        )
    return out.getvalue()


RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Orm Radio</title><link>https://orm.example/</link>
<item><title>Two shot in Orm &amp; Tay</title><link>https://orm.example/1</link>
<pubDate>Fri, 18 Apr 2031 09:12:00 +0200</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Two people were <b>shot</b> in Orm&nbsp;on Friday, police said.</p>
<p>Nobody was arrested.</p>]]></content:encoded></item>
<item><title>Ferry late</title><link>https://orm.example/2</link>
<pubDate>Thu, 17 Apr 2031 08:00:00 +0200</pubDate>
<description>The ferry to Skerry was late again on Thursday.</description></item>
</channel></rss>
"""

ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Tay Notes</title>
<entry><title type="html">Bridge &lt;b&gt;blown&lt;/b&gt; up</title><link href="https://tay.example/9"/>
<id>urn:9</id><published>2031-05-02T10:00:00Z</published><updated>2031-05-03T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A bridge over the Tay was
blown up on Friday.</p></div></content></entry></feed>
"""

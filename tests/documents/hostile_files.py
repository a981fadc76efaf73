"""Documents made to harm their reader."""

import io
import zipfile

ENTITY = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
ENTITIES = b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;">' % ((98 + at,) + (97 + at,) * 4) for at in range(20))
ROOT = b"officiele-publicatie"
WORDS = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(**parts):
    """A zip archive, the same bytes whenever it is made; "__" in a name stands for a slash."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name.replace("__", "/")), data, kind)
    return buffer.getvalue()


def word(body, head=b""):
    """A Word document with this body."""
    return head + b'<w:document xmlns:w="' + WORDS + b'"><w:body>' + body + b"</w:body></w:document>"


def publication(body, head=b""):
    """An official publication with this body."""
    return head + b"<" + ROOT + b">" + body + b"</" + ROOT + b">"


def drawn_within(depth):
    """A PDF of one page that draws a form ten times, which draws a form ten times, and so on."""
    font = b"/Font << /T << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /XObject << /F 5 0 R >> >> >>",
        _stream(b"", b"/F Do " * 10),
    ]
    for at in range(depth):
        objects.append(
            _stream(
                b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources << %s >>"
                % (b"/XObject << /F %d 0 R >>" % (6 + at) if at < depth - 1 else font),
                b"/F Do " * 10 if at < depth - 1 else b"BT /T 12 Tf (x) Tj ET",
            )
        )
    return _pdf(objects)


def _stream(facts, content):
    return b"<< %s /Length %d >> stream\n%s\nendstream" % (facts, len(content), content)


def _pdf(objects):
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (count, table, count, len(body))
    )

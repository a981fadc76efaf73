"""PDFs written operator by operator, for what no printer of letters does."""

LEADING = 12


def raw_pdf(*contents, rotate=0, picture=()):
    """A PDF with a page for each content stream; every page turned by `rotate`; those numbered hold a picture too."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    image = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    objects.append(_stream(b"\x00", image))
    kids = []
    for number, content in enumerate(contents, start=1):
        drawn = content + (" q 400 0 0 400 50 50 cm /I Do Q" if number in picture else "")
        objects.append(_stream(drawn.encode("cp1252"), b"<<"))
        resources = "<< /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >>"
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Resources {resources}"
        objects.append(f"{page} /Contents {len(objects)} 0 R >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    return _written(objects)


def words(lines, *, left=80, top=760, size=10, matrix=None, leading=LEADING):
    """A content stream that prints lines under one another; `matrix` maps upright places to those on the page."""
    shown = [
        f"BT /F {size} Tf 1 0 0 1 {left} {top - leading * at} Tm ({_escaped(line)}) Tj ET"
        for at, line in enumerate(lines)
    ]
    turned = f"{' '.join(map(str, matrix))} cm " if matrix else ""
    return f"q {turned}{' '.join(shown)} Q"


def scaled(lines, *, left=80, top=760, size=10, leading=LEADING):
    """The same with type of 1 point, enlarged by its matrix."""
    shown = [
        f"BT /F 1 Tf {size} 0 0 {size} {left} {top - leading * at} Tm ({_escaped(line)}) Tj ET"
        for at, line in enumerate(lines)
    ]
    return " ".join(shown)


def _escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _stream(data, head):
    return head + b" /Length %d >>\nstream\n%b\nendstream" % (len(data), data)


def _written(objects):
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + trailer

"""An official publication as the web page that zoek.officielebekendmakingen.nl makes of it.

Its elements and class names are those that public stylesheets for these papers and readers of the pages tell of.
"""

from html import escape

from lxml import etree

PLAIN = {
    "al": "<p>{}</p>",
    "al-groep": '<div class="alineagroep">{}</div>',
    "algemeen": '<div class="algemeen">{}</div>',
    "datumtekst": '<p class="kamerstukdatum">{}</p>',
    "dossier": '<h1 class="dossiertitel">{}</h1>',
    "dossiernr": "{} ",
    "entry": "<td>{}</td>",
    "functie": '<span class="functie">{}</span>',
    "inf": "<sub>{}</sub>",
    "kamerstuk": "<article>{}</article>",
    "kamerstukkop": "",
    "label": "{} ",
    "li": '<li class="li">{}</li>',
    "li.nr": "",
    "lijst": '<ul class="expliciet whitespace-small">{}</ul>',
    "metadata": "",
    "naam": '<span class="naam">{}</span>',
    "nr": "{} ",
    "ondertekening": '<p class="ondertekening">{}</p>',
    "row": "<tr>{}</tr>",
    "stuknr": '<span class="stuknummer">{}</span> ',
    "sup": "<sup>{}</sup>",
    "table": "<table>{}</table>",
    "tbody": "<tbody>{}</tbody>",
    "thead": "<thead>{}</thead>",
}
STRESS = {"vet": '<strong class="vet">{}</strong>', "cur": '<em class="cur">{}</em>'}
REF = '<sup><a class="nootnum supernote-click-{id}" href="#{id}">{nr}</a></sup>'
NOTE = (
    '<div class="voet noot snp-mouseoffset snb-pinned notedefault" id="supernote-note-{id}"><h5 class="note-close">'
    '<a class="note-close" href="#close-{id}">X</a> Noot </h5><sup><span class="nootnum" id="{id}">{nr}</span></sup>'
    "{words}</div>"
)
PAGE = (
    "<!DOCTYPE html>\n<html><head><title>{title}</title>{meta}</head><body><header><a href='/'>Overheid.nl</a></header>"
    "<form action='/zoeken'><input name='q'><button>Zoeken</button></form><div id='main-column'>{body}"
    "<div id='noten'>{notes}</div></div><footer><p>Over deze website</p></footer></body></html>"
)


def as_page(publication):
    """The page of a publication, given as XML."""
    root = etree.fromstring(publication)
    notes = []
    body = _inside(root, notes)
    meta = "".join(
        f'<meta name="{one.get("name")}" content="{escape(one.get("content"))}">' for one in root.iter("meta")
    )
    return PAGE.format(title="Overheid.nl", meta=meta, body=body, notes="".join(notes)).encode()


def _inside(element, notes):
    parts = [escape(element.text or "") if isinstance(element.tag, str) else ""]
    for child in element:
        parts += [_element(child, notes), escape(child.tail or "")]
    return "".join(parts)


def _element(element, notes):
    name = element.tag if isinstance(element.tag, str) else None
    if name is None:
        return ""
    if name == "noot":
        return _note(element, notes)
    if name == "stuk":
        return _paper(element, notes)
    inside = _inside(element, notes)
    if name == "nadruk":
        return STRESS[element.get("type")].format(inside)
    if name == "tussenkop":
        kind = element.get("kopopmaak")
        return f'<p class="tussenkop">{STRESS[kind].replace(kind, f"tussenkop_{kind}").format(inside)}</p>'
    if name == "kop":
        depth = sum(one.tag in ("divisie", "bijlage") for one in element.iterancestors())
        return f'<h{depth + 1} class="divisiekop{depth}">{inside}</h{depth + 1}>'
    if name == "al" and (number := element.getparent().find("li.nr")) is not None and element.getprevious() is number:
        return f'<p class="labeled"><span class="ol">{number.text} </span>{inside}</p>'
    return PLAIN.get(name, "{}").format(inside)


def _paper(element, notes):
    head = [one for one in element if one.tag in ("stuknr", "titel")]
    title = "".join(_element(one, notes) for one in head)
    rest = "".join(_element(one, notes) for one in element if one not in head)
    return f'<div class="stuk"><h1 class="stuktitel">{title}</h1>{rest}</div>'


def _note(element, notes):
    words = "".join(f"<p>{_inside(part, notes)}</p>" for part in element.findall("noot.al"))
    facts = {"id": element.get("id"), "nr": element.findtext("noot.nr")}
    notes.append(NOTE.format(words=words, **facts))
    return REF.format(**facts)

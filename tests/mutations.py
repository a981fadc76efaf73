"""Series of letters with accidents in them, from one source of chance: the same seed gives the same series.

A letter is a few sentences of a made-up government; its next version is the same with spaces, signs, case, order,
hyphens, numbers, names and abbreviations changed, and now and then with what no letter holds.
"""

from __future__ import annotations

from random import Random

SENTENCES = (
    "Het ministerie zal het deel (2) van het programma in {year} afronden.",
    "Wij sturen uw Kamer voor de zomer van {year} een Plan van Aanpak (PvA).",
    "Over de stand van zaken (SvZ) informeren wij u eind {year}.",
    "De evaluatie van de Regeling Groene Havens (RGH) is uitgesteld tot {year}.",
    "Het landelijk dekkend netwerk is op 1 maart {year} opgeleverd.",
    "In het eerste kwartaal van {year} komt er € 12,5 miljoen beschikbaar voor 1.200 woningen.",
    "Het wetsvoorstel wordt niet langer voorbereid; de motie-Jansen (Kamerstuk 12345, nr. 7) is daarmee afgedaan.",
    "Ik streef ernaar de pilot uiterlijk 31 december {year} uit te breiden tot ten minste 40% van de gemeenten.",
    "Hiermee doe ik de toezegging gestand om uw Kamer jaarlijks te informeren.",
    "Zodra het advies van de Raad van State er is, ontvangt u de nota (zie bijlage 1).",
    "Volgens planning start de uitvoering medio {year} en loopt deze t/m Q3 {next}.",
    "De minister heeft toegezegd dat de monitor twee keer per jaar verschijnt.",
)
HEADS = ("1. Voortgang", "2 Planning", "Regeling Groene Havens", "A. Overig", "III. Stand van zaken (SvZ)")
ODD = (
    *(
        "",
        " ",
        "\t",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\u0301" * 30,
        "\x1b[31m",
        "\ufeff",
        "=1+1",
        "<b>",
        "|",
        "`",
        "{{x}}",
    ),
    *(
        "[-a-]",
        "(" * 40,
        "()",
        "( )",
        "(PvA)",
        "(de)",
        "(SvZ) (SvZ)",
        "…",
        "—" * 20,
        "§",
        "½",
        "٣",
        "ǅ",
        "ß",
        "İ",
        "𝟚𝟘𝟚𝟝",
    ),
    *("\U0001f600", "0000-00-00", "31 februari 2025", "9" * 40, "€ " + "9" * 400, "eind 0000", "tot en met " * 9),
    *("{{x}}", "𝟚𝟘𝟚𝟝", "nr. nr. nr.", ". . .", ";;;", "\\"),
)


def series(chance: Random) -> dict[str, bytes]:
    """A folder of two to six letters by their paths, each a mutated version of the one before."""
    sentences = chance.sample(SENTENCES, chance.randint(2, 6))
    files = {}
    for number in range(chance.randint(2, 6)):
        year = 2019 + number
        files[f"{year}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}_brief.txt"] = letter(chance, sentences, year)
        sentences = [mutated(chance, sentence) for sentence in sentences if chance.random() > 0.1] or [SENTENCES[0]]
        if chance.random() < 0.3:
            chance.shuffle(sentences)
    return files


def letter(chance: Random, sentences: list[str], year: int) -> bytes:
    """One letter: a date, headings, paragraphs and bullets."""
    lines = [f"Datum: {chance.randint(1, 28)} maart {year}", "Betreft: voortgang havens", "", "Geachte voorzitter,", ""]
    for sentence in sentences:
        filled = sentence.replace("{year}", str(year + chance.randint(-1, 2))).replace("{next}", str(year + 3))
        head = [chance.choice(HEADS), ""] if chance.random() < 0.4 else []
        lines += [
            *head,
            f"{chance.choice(('', '', '- ', '• ', '1) '))}{filled}",
            *([""] if chance.random() < 0.7 else []),
        ]
    return "\n".join(lines).encode("utf-8", errors="replace")


def mutated(chance: Random, text: str) -> str:
    """The text after one to three accidents."""
    for _ in range(chance.randint(1, 3)):
        text = chance.choice(ACCIDENTS)(chance, text)
    return text


def _spaced(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + " " * chance.randint(1, 3) + text[at:]


def _closed(chance: Random, text: str) -> str:
    places = [at for at, sign in enumerate(text) if sign == " "]
    at = chance.choice(places) if places else 0
    return text[:at] + text[at + 1 :]


def _put(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at:]


def _cut(chance: Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.randint(1, 12) :]


def _swapped(chance: Random, text: str) -> str:
    words = text.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _cased(chance: Random, text: str) -> str:
    return chance.choice((str.upper, str.lower, str.swapcase, str.title))(text).replace("{YEAR}", "{year}")


def _hyphened(chance: Random, text: str) -> str:
    return text.replace(
        *chance.choice(((" ", "-"), ("-", " "), ("-", "\u00ad"), (" ", "-\n"), (". ", ".\n\n"), (",", ";"))), 1
    )


def _numbered(chance: Random, text: str) -> str:
    return text.replace(
        "{year}", chance.choice(("{next}", "najaar {year}", "20", "2O24", "1-1-{year}", "{year}/{next}", "")), 1
    )


def _doubled(chance: Random, text: str) -> str:
    return (
        f"{text} {chance.choice((text, text[: len(text) // 2], 'Dit gebeurt niet.', 'Dit is inmiddels gerealiseerd.'))}"
    )


ACCIDENTS = (_spaced, _closed, _put, _cut, _swapped, _cased, _hyphened, _numbered, _doubled)

"""The rulings as text: one more and one less change nothing else that stands there."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tracker.decisions.ruling import Decision, Ruling, anchor
from tracker.decisions.toml_text import added, read_decisions, taken_out
from tracker.errors import DecisionError

ONE = Decision(
    ruling=Ruling.NOTE,
    who="A",
    when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    why="x",
    quotes=(anchor("a", "Er komt een plan."),),
    value="nagaan",
)
TWO = replace(ONE, value="bellen")


def test_what_is_added_is_read_back_and_the_text_before_it_stays() -> None:
    text = added(added("", ONE), TWO)
    assert read_decisions(text) == (ONE, TWO)
    kept = f"# mine\n{text}# and mine\n"
    more = added(kept, ONE)
    assert read_decisions(more) == (ONE, TWO, ONE)
    assert taken_out(more, ONE) == kept


def test_they_count_in_the_order_of_time_whatever_their_place() -> None:
    rows = [
        replace(ONE, value=str(at), when=ONE.when + dt.timedelta(at), quotes=(anchor("a", f"{at}."),))
        for at in range(9)
    ]
    text = ""
    for row in rows[::-1]:
        text = added(text, row)
    assert read_decisions(text) == tuple(rows)


def test_what_stands_in_another_layout_is_never_made_unreadable() -> None:
    block = added("", ONE).partition("[[decision]]\n")[2].partition("\n\n")[0]
    inline = "{ " + block.replace("[\n", "[").replace(",\n]", "]").replace("\n", ", ") + " }"
    inside = 'why = """\n[[decision]]\n"""'.join(block.split('why = "x"'))
    for text in (f"[[ decision ]]\n{block}\n", f"[[decision]]\n{inside}\n", f"[[decision]]\r\n{block}\r\n"):
        assert TWO in read_decisions(added(text, TWO))
    assert read_decisions(f"decision = [{inline}]\n") == (ONE,)
    with pytest.raises(DecisionError):
        added(f"decision = [{inline}]\n", TWO)


def test_the_last_of_equal_rulings_is_taken_out_and_comments_stay() -> None:
    text = added(added(added("", ONE), TWO), ONE) + "# mine\n"
    changed = taken_out(text, ONE)
    assert read_decisions(changed) == (ONE, TWO)
    assert changed.endswith("# mine\n")
    assert read_decisions(taken_out(taken_out(changed, ONE), TWO)) == ()


def test_rulings_in_another_layout_are_taken_out_too() -> None:
    row = (
        added("", ONE)
        .partition("[[decision]]\n")[2]
        .partition("\n\n")[0]
        .replace("\n", ", ")
        .strip(", ")
        .replace("[, ", "[")
    )
    text = f"decision = [{{ {row.replace(',, ', ', ').replace(', ]', ']')} }}]\n"
    assert read_decisions(text) == (ONE,)
    assert read_decisions(taken_out(text, ONE)) == ()


def test_what_is_not_there_cannot_be_taken_out() -> None:
    with pytest.raises(DecisionError) as caught:
        taken_out(added("", ONE), TWO)
    assert caught.value.message.id == "decisions.gone"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<<<<<<< ours\n", "decisions.conflict"),
        ("[[decision]\n", "decisions.no-toml"),
        ("x = 1\n", "decisions.faults"),
        ("[[decision]]\nruling = 'nte'\n", "decisions.faults"),
    ],
)
def test_a_text_that_holds_no_rulings_is_refused(text: str, told: str) -> None:
    with pytest.raises(DecisionError) as caught:
        read_decisions(text)
    assert caught.value.message.id == told


def test_every_fault_of_every_ruling_is_told() -> None:
    text = added("", ONE).replace('"A"', '""') + "\n[[decision]]\nrulling = 'note'\n"
    with pytest.raises(DecisionError) as caught:
        read_decisions(text)
    said = str(caught.value)
    assert "rulling" in said
    assert said.count("1") >= 1

"""TOML that others wrote."""

from __future__ import annotations

import pytest

from tracker.text.toml import DEEPEST, parse_toml


@pytest.mark.parametrize(
    "text",
    [
        "a = [1]",
        f"{'a.' * (DEEPEST - 1)}a = 1",
        f"a = {'[' * DEEPEST}{']' * DEEPEST}",
        f'a = \'{"a." * 9999}\' # {"[" * 9999}\nb = "\\"{"[" * 9999}"',
        f'a = """{"a." * 9999}\n" {"[" * 9999}\\"""a"""',
        f"a = '''{'a.' * 9999}\n' {'{' * 9999}'''",
        "[[a]]\nb = 1.5\n" * 99,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_what_is_in_order_is_read(text: str) -> None:
    assert "a" in parse_toml(text)


@pytest.mark.parametrize(
    "text",
    [
        *("a", "a = " + "[" * 100_000, "a = " + "{a = " * 50_000),
        *("a." * 100_000 + "a = 1", f"[{'a.' * 50_000}a]", f"[[{'a . ' * 50_000}a]]", f"x = {{{'a.' * 50_000}a = 1}}"),
        *('"a b".' * 30_000 + "a = 1", "'a'\t.\"b\"." * 20_000 + "a = 1"),
        *('\\"""\n' * 50_000, '"""\\' * 50_000, "'''a\n''b" * 50_000, '"' * 99_999, "a" * 300_000, "a." * 300_000),
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_what_is_none_is_one_kind_of_fault_at_once(text: str) -> None:
    with pytest.raises(ValueError, match=r"nested too deeply|not written as|still to come|cannot be read|line"):
        parse_toml(text)

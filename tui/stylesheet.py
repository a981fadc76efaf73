"""The style sheets of the screens: each is parsed once for the colours of a theme."""

from __future__ import annotations

from textual.css.stylesheet import Stylesheet


class ParsedOnce(Stylesheet):
    """What is parsed for some colours is not parsed for the same ones again, as Textual does with each theme.

    A sheet with a fault is told by the tests, so none takes the place of one that was sound.
    """

    def __init__(self, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._of = variables

    def set_variables(self, variables: dict[str, str]) -> None:
        """Use these colours."""
        if variables != self._of:
            self._of = variables
            super().set_variables(variables)

    def reparse(self) -> None:
        """Parse what is not known for these colours."""
        self.parse()

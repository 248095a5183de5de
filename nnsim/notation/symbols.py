"""Symbols: the one name of every quantity, which is also its address.

`W(2, 1, 3)` is the weight into node 1 of layer 2 from node 3 of layer 1. The same value names it
in the engine's arrays, on the diagram, in a formula and in a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["x", "t", "y", "z", "a", "b", "W", "delta", "da", "dW", "db", "E", "eta", "N"]


class SymbolError(ValueError):
    """A text, or a combination of kind and indices, that names no quantity."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How the symbols of one kind are written, and which of layer, j and k they carry."""

    letter: str
    latex: str
    indices: tuple[bool, bool, bool]
    gradient: bool = False


_ALONE, _OF_SAMPLE = (False, False, False), (False, True, False)
_NODE, _EDGE = (True, True, False), (True, True, True)
_FORMS: dict[str, _Form] = {
    "x": _Form("x", "x", _OF_SAMPLE),
    "t": _Form("t", "t", _OF_SAMPLE),
    "y": _Form("y", "y", _OF_SAMPLE),
    "z": _Form("z", "z", _NODE),
    "a": _Form("a", "a", _NODE),
    "b": _Form("b", "b", _NODE),
    "W": _Form("W", "W", _EDGE),
    "delta": _Form("δ", r"\delta", _NODE),
    "da": _Form("a", "a", _NODE, gradient=True),
    "dW": _Form("W", "W", _EDGE, gradient=True),
    "db": _Form("b", "b", _NODE, gradient=True),
    "E": _Form("E", "E", _ALONE),
    "eta": _Form("η", r"\eta", _ALONE),
    "N": _Form("N", "N", _ALONE),
}
_KINDS: dict[tuple[str, bool], Kind] = {
    (_FORMS[kind].letter, _FORMS[kind].gradient): kind for kind in get_args(Kind)
}
_RAISED = str.maketrans("0123456789()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_PLAIN = re.compile(
    r"(?P<gradient>∂E/∂)?(?P<letter>[^\W\d_])"
    r"(?:\^\((?P<layer>[1-9][0-9]*)\))?"
    r"(?:_(?P<indices>[1-9][0-9]*(?:,[1-9][0-9]*)?))?"
)


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """The name of one number in the network.

    Layers and nodes count from 1; an index that the kind does not carry is 0. For `x`, `t` and
    `y` the index is `j`. The kinds `da`, `dW`, `db` are the derivatives ∂E/∂a, ∂E/∂W, ∂E/∂b, and
    `delta` is ∂E/∂z. Prefer the functions of this module (`W(2, 1, 3)`) to the constructor.

    Raises `SymbolError` when the indices do not fit the kind.
    """

    kind: Kind
    layer: int = 0
    j: int = 0
    k: int = 0

    def __post_init__(self) -> None:
        form = _FORMS.get(self.kind)
        indices = self.layer > 0, self.j > 0, self.k > 0
        if form is None or indices != form.indices or min(self.layer, self.j, self.k) < 0:
            raise SymbolError((self.kind, self.layer, self.j, self.k))

    @property
    def is_gradient(self) -> bool:
        """Whether it is written as a derivative ∂E/∂…"""
        return _FORMS[self.kind].gradient

    @property
    def letter(self) -> str:
        """What is written at full size: "W", "δ", "∂E/∂W"."""
        form = _FORMS[self.kind]
        return f"∂E/∂{form.letter}" if form.gradient else form.letter

    @property
    def superscript(self) -> str:
        """The layer, "(2)", or nothing."""
        return f"({self.layer})" if self.layer else ""

    @property
    def subscript(self) -> str:
        """The node indices, destination first: "1", "12", or "3,12" once one is above 9."""
        if not self.k:
            return str(self.j) if self.j else ""
        comma = "," if max(self.j, self.k) > 9 else ""
        return f"{self.j}{comma}{self.k}"

    @property
    def plain(self) -> str:
        """One line of text: "W^(2)_12", "x_1", "∂E/∂b^(2)_1". `parse` reads it back."""
        layer = f"^{self.superscript}" if self.layer else ""
        return self.letter + layer + (f"_{self.subscript}" if self.j else "")

    @property
    def unicode(self) -> str:
        """One line of text with raised and lowered figures: "W⁽²⁾₁₂"; for lists and headings."""
        raised = self.superscript.translate(_RAISED)
        return self.letter + raised + self.subscript.translate(_LOWERED)

    @property
    def html(self) -> str:
        """Rich text. Superscript, then subscript: Qt's rich text cannot stack them."""
        form = _FORMS[self.kind]
        letter = f"∂<i>E</i>/∂<i>{form.letter}</i>" if form.gradient else f"<i>{form.letter}</i>"
        layer = f"<sup>{self.superscript}</sup>" if self.layer else ""
        return letter + layer + (f"<sub>{self.subscript}</sub>" if self.j else "")

    @property
    def latex(self) -> str:
        r"""LaTeX for a formula: `W^{(2)}_{12}`, `\frac{\partial E}{\partial W^{(2)}_{12}}`."""
        form = _FORMS[self.kind]
        layer = f"^{{{self.superscript}}}" if self.layer else ""
        text = form.latex + layer + (f"_{{{self.subscript}}}" if self.j else "")
        return rf"\frac{{\partial E}}{{\partial {text}}}" if form.gradient else text

    def __str__(self) -> str:
        return self.plain


def parse(text: str) -> Symbol:
    """The symbol whose `plain` is `text`. Raises `SymbolError` where there is none."""
    match = _PLAIN.fullmatch(text)
    kind = match and _KINDS.get((match["letter"], match["gradient"] is not None))
    if not match or not kind:
        raise SymbolError(text)
    indices = match["indices"] or "0"
    if _FORMS[kind].indices == _EDGE:
        pair = indices.split(",") if "," in indices else list(indices)
    else:
        pair = [indices, "0"]
    if len(pair) != 2 or (pair[1] == "0" and "," in indices):
        raise SymbolError(text)
    try:
        return Symbol(kind, int(match["layer"] or 0), int(pair[0]), int(pair[1]))
    except ValueError:
        raise SymbolError(text) from None


def x(i: int) -> Symbol:
    """Input i."""
    return Symbol("x", j=i)


def t(j: int) -> Symbol:
    """Target of output j."""
    return Symbol("t", j=j)


def y(j: int) -> Symbol:
    """Output j of the network."""
    return Symbol("y", j=j)


def z(layer: int, j: int) -> Symbol:
    """Weighted sum of node j."""
    return Symbol("z", layer, j)


def a(layer: int, j: int) -> Symbol:
    """Output of node j."""
    return Symbol("a", layer, j)


def b(layer: int, j: int) -> Symbol:
    """Bias of node j."""
    return Symbol("b", layer, j)


def W(layer: int, j: int, k: int) -> Symbol:
    """Weight into node j of `layer` from node k of the layer before it."""
    return Symbol("W", layer, j, k)


def delta(layer: int, j: int) -> Symbol:
    """∂E/∂z of node j."""
    return Symbol("delta", layer, j)


def da(layer: int, j: int) -> Symbol:
    """∂E/∂a of node j."""
    return Symbol("da", layer, j)


def dW(layer: int, j: int, k: int) -> Symbol:
    """∂E/∂W of the weight into node j from node k."""
    return Symbol("dW", layer, j, k)


def db(layer: int, j: int) -> Symbol:
    """∂E/∂b of node j."""
    return Symbol("db", layer, j)


E = Symbol("E")
eta = Symbol("eta")
N = Symbol("N")

"""What the form of a formula depends on, and the formula itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nnsim.notation.symbols import Symbol

from .lines import Fold, Line


@dataclass(frozen=True, slots=True)
class Facts:
    """The network and the training as far as they decide how a formula is written.

    Attributes:
        sizes: (n_1, ..., n_L).
        activations: one name per layer 2..L.
        loss: the name of the loss.
        optimizer: its name.
        samples: N, over which E is the mean.
        l1, l2: the penalties on the weights.
    """

    sizes: tuple[int, ...]
    activations: tuple[str, ...]
    loss: str
    optimizer: str = "sgd"
    samples: int = 1
    l1: float = 0.0
    l2: float = 0.0

    @property
    def depth(self) -> int:
        """L, the number of the output layer."""
        return len(self.sizes)

    def size(self, layer: int) -> int:
        """The number of nodes of a layer."""
        return self.sizes[layer - 1]

    def activation(self, layer: int) -> str:
        """The activation of a layer from 2 on."""
        return self.activations[layer - 2]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in lines that follow one another.

    Attributes:
        left: what is computed.
        right: what it is equal to, in symbols, from its = or ← on.
        numbers: the same with the numbers put in, from its = or ≈ on; empty where that is the
            result already, or where not all of them are numbers of the network (the memory of an
            optimizer).
        result: the value, from its = or ≈ on.
        given: lines to read before it: the rule in matrices, what an optimizer remembers, ∂E/∂a.
        worked: those of them that are worked out, with the numbers put in.
    """

    left: Line
    right: Line
    numbers: Line
    result: Line
    given: tuple[Line, ...] = ()
    worked: tuple[Line, ...] = ()

    @property
    def symbols(self) -> Line:
        """The line in symbols."""
        return self.left + self.right

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, from the first to the last."""
        below = tuple(line for line in (self.numbers, self.result) if line)
        return (*self.given, *self.worked, self.symbols, *below)

    @property
    def is_folded(self) -> bool:
        """Whether dots stand for terms that could be written."""
        return any(part.fold is not None for line in self.lines for part in line.parts)

    def folded_from(self, fold: Fold) -> Formula:
        """The formula, in which dots that do not know it yet stand for this."""
        return replace(
            self,
            left=self.left.folded_from(fold),
            right=self.right.folded_from(fold),
            numbers=self.numbers.folded_from(fold),
            result=self.result.folded_from(fold),
            given=tuple(line.folded_from(fold) for line in self.given),
            worked=tuple(line.folded_from(fold) for line in self.worked),
        )

    @property
    def operands(self) -> tuple[Symbol, ...]:
        """What it is computed from, in the order of the formula; folded ones are missing."""
        return self.right.symbols

    @property
    def latex(self) -> str:
        """All lines as one block, aligned at their = signs."""
        rows = [f"& {line.latex}" for line in (*self.given, *self.worked)]
        rows.append(f"{self.left.latex} &{self.right.latex}")
        rows += [f"& {line.latex}" for line in (self.numbers, self.result) if line]
        return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"

    @property
    def plain(self) -> str:
        """All lines as text."""
        return "\n".join(line.plain for line in self.lines)

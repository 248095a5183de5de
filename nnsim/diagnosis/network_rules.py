"""Rules that look into the network: nodes that cannot learn, and outputs that are all the same."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import numpy.typing as npt

from nnsim.engine import parameter_count
from nnsim.notation import Symbol, a
from nnsim.notation import y as y_of

from .facts import PATIENCE, Facts, FloatArray
from .findings import Finding, Kind
from .remedies import DrawWeights, DropPenalty, Remedy, SetActivation, Standardise
from .scale_rules import needs_scaling

STEEPEST = {"sigmoid": 0.25, "tanh": 1.0}  # f' at z = 0
FLAT = 0.05  # of the steepest f': |z| > 4.4 for sigmoid, 2.2 for tanh
SATURATED_SHARE = 0.7  # of all nodes and samples of a layer; what is left still learns below it
VANISHED = 1e-3  # of δ of the output layer is left in layer 2; three sigmoids leave ten times that
DEAD_SHARE = 0.25  # of a layer's nodes; a few dead ones among many do no harm
SAME_DIGITS = 9  # of two weights, relative to the layer's largest; products are rounded below it
FLAT_FALL = 0.01  # of the loss in the second half of the run: it does not pass by itself


def step_activation(facts: Facts) -> Finding | None:
    """f' = 0 everywhere: no gradient comes through a step."""
    spec = facts.project.network
    layers = tuple(layer for layer in range(2, spec.depth + 1) if spec.activation(layer) == "step")
    if not layers:
        return None
    stuck = parameter_count(spec.sizes[: layers[-1]])
    numbers = {"layer": layers[-1], "stuck": stuck, "total": len(facts.project.parameters)}
    return Finding(Kind.STEP_ACTIVATION, numbers, remedies=(SetActivation(layers, "sigmoid"),))


def symmetric_nodes(facts: Facts) -> Finding | None:
    """Two hidden nodes with equal weights in and out: every gradient is the same for both."""
    spec = facts.project.network
    for layer in range(2, spec.depth):
        twins = _twins(facts, layer)
        if twins:
            fresh = "xavier" if spec.initializer == "zeros" else spec.initializer
            numbers = {
                "layer": layer,
                "count": len(twins),
                "size": spec.size(layer),
                "weight": float(facts.network.W[layer][twins[0], 0]),
            }
            nodes = tuple(a(layer, j + 1) for j in twins)
            remedy = DrawWeights(fresh, spec.seed + (fresh == spec.initializer))
            return Finding(Kind.SYMMETRIC_NODES, numbers, {"nodes": nodes}, remedies=(remedy,))
    return None


def _twins(facts: Facts, layer: int) -> list[int]:
    """The largest group of nodes, from 0, whose weights are all equal; [] if there is none."""
    W, b = facts.network.W, facts.network.b
    rows = np.column_stack((W[layer], b[layer], W[layer + 1].T))
    largest = np.abs(rows).max()
    rounded = np.round(rows / (largest or 1.0), SAME_DIGITS) + 0.0  # -0 is 0
    groups: dict[bytes, list[int]] = defaultdict(list)
    for node, row in enumerate(rounded):
        groups[row.tobytes()].append(node)
    group = max(groups.values(), key=len)
    return group if len(group) > 1 else []


def dead_relu(facts: Facts) -> Finding | None:
    """z <= 0 for every sample: the node's output and its gradient are always 0."""
    spec = facts.project.network
    found: list[tuple[float, int, list[int]]] = []
    for layer in range(2, spec.depth + 1):
        if spec.activation(layer) == "relu":
            dead = np.flatnonzero((facts.forward.z[layer] <= 0).all(axis=0)).tolist()
            found.append((len(dead) / spec.size(layer), layer, dead))
    share, layer, dead = max(found, default=(0.0, 0, []))
    if share < DEAD_SHARE:
        return None
    numbers = {
        "layer": layer,
        "count": len(dead),
        "size": spec.size(layer),
        "samples": len(facts.x),
        "total": facts.total,
        "highest": float(facts.forward.z[layer][:, dead].max()),
    }
    symbols: dict[str, tuple[Symbol, ...]] = {"nodes": tuple(a(layer, j + 1) for j in dead)}
    remedies = SetActivation((layer,), "leaky_relu"), DrawWeights("he", spec.seed + 1)
    return Finding(Kind.DEAD_RELU, numbers, symbols, remedies=remedies)


def saturated(facts: Facts) -> Finding | None:
    """Sigmoids or tanhs so far out that f', and with it the gradient below, is nearly 0."""
    spec = facts.project.network
    last = spec.depth if spec.loss == "mean_squared_error" else spec.depth - 1
    found = [
        (float(np.mean(slopes < FLAT * STEEPEST[spec.activation(layer)])), layer, slopes)
        for layer in range(2, last + 1)
        if spec.activation(layer) in STEEPEST
        for slopes in (_slopes(facts, layer),)
    ]
    if not found:
        return None
    share, layer, slopes = max(found, key=lambda each: each[0])
    if share < SATURATED_SHARE:
        return None
    numbers = {
        "layer": layer,
        "share": 100 * share,
        "limit": FLAT * STEEPEST[spec.activation(layer)],
        "slope": float(np.median(slopes)),
        "steepest": STEEPEST[spec.activation(layer)],
        "gradient": float(np.abs(facts.gradients.W[layer]).max()),
    }
    fresh = DrawWeights("xavier", spec.seed + 1)
    remedies: tuple[Remedy, ...] = (Standardise(),) if needs_scaling(facts) else (fresh,)
    names = {"activation": spec.activation(layer)}
    return Finding(Kind.SATURATED, numbers, names=names, remedies=remedies)


def _slopes(facts: Facts, layer: int) -> FloatArray:
    """f' of the nodes of a layer, (n, n_l): a (1 - a) or 1 - a²."""
    out: FloatArray = facts.forward.a[layer]
    sigmoid = facts.project.network.activation(layer) == "sigmoid"
    return out * (1 - out) if sigmoid else 1 - out * out


def vanishing(facts: Facts) -> Finding | None:
    """Sigmoid after sigmoid, f' ≤ 1/4 makes δ smaller, until the first layers hardly learn."""
    spec, delta = facts.project.network, facts.gradients.delta
    hidden = range(2, spec.depth)
    layers = tuple(layer for layer in hidden if spec.activation(layer) == "sigmoid")
    first, last = (float(np.sqrt(np.mean(delta[layer] ** 2))) for layer in (2, spec.depth))
    if len(layers) < 2 or not 0 < first < VANISHED * last:
        return None
    numbers = {
        "layers": len(layers),
        "depth": spec.depth,
        "last": last,
        "first": first,
        "gradient": float(np.abs(facts.gradients.W[2]).max()),
    }
    return Finding(Kind.VANISHING, numbers, remedies=(SetActivation(layers, "tanh"),))


def one_class(facts: Facts) -> Finding | None:
    """Every sample gets the same class, and the loss no longer falls."""
    dataset, settings, spec = facts.project.dataset, facts.project.settings, facts.project.network
    if dataset.kind == "values" or facts.updates < PATIENCE:
        return None
    _, before, after = facts.second_half
    classes, wanted = _classes(facts.forward.y), _classes(facts.t)
    all_alike = (classes == classes[0]).all() and (wanted != classes[0]).any()
    if not all_alike or after < before * (1 - FLAT_FALL):
        return None
    number = int(classes[0])
    output = number if spec.sizes[-1] > 1 else 0
    y = facts.forward.y[:, output]
    numbers = {
        "samples": len(facts.x),
        "total": facts.total,
        "others": int(np.sum(wanted != number)),
        "low": float(y.min()),
        "high": float(y.max()),
    }
    fresh = DrawWeights(spec.initializer, spec.seed + 1)
    remedies: tuple[Remedy, ...] = (DropPenalty(), fresh) if settings.l1 + settings.l2 else (fresh,)
    names = {"class_name": dataset.class_names[number]}
    symbols = {"output": (y_of(output + 1),)}
    return Finding(Kind.ONE_CLASS, numbers, symbols, names, remedies)


def _classes(values: FloatArray) -> npt.NDArray[np.intp]:
    """The class of each row of outputs or targets (n, n_L), from 0: (n,)."""
    one = values.shape[1] == 1
    return (values[:, 0] >= 0.5).astype(np.intp) if one else values.argmax(axis=1)

"""Edits of the architecture: layers, nodes, activations, loss.

Weights keep their values where both of their nodes stay neighbours (see `project.weights`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nnsim.engine import LOSSES
from nnsim.project.curves import Curves
from nnsim.project.errors import EditError
from nnsim.project.runs import kept_runs
from nnsim.project.snapshots import Snapshots
from nnsim.project.spec import NetworkSpec, Project, loss_fits
from nnsim.project.weights import Origin, carry, same_nodes

from .runs import go_on

# The loss that belongs to an output activation; mean squared error fits any other.
FITTING_LOSS = {"sigmoid": "binary_cross_entropy", "softmax": "cross_entropy"}


def add_layer(project: Project, after: int, size: int | None = None) -> Project:
    """Insert a hidden layer after layer `after` (1..L-1), as wide as its neighbour."""
    spec = project.network
    if not 1 <= after < spec.depth:
        raise EditError("no_such_layer")
    neighbour = max(after, 2)
    hidden = neighbour < spec.depth
    if size is None:
        size = spec.size(neighbour) if hidden else max(2, spec.sizes[-1])
    name = spec.activation(neighbour) if hidden else "sigmoid"
    network = replace(
        spec,
        sizes=(*spec.sizes[:after], size, *spec.sizes[after:]),
        activations=(*spec.activations[: after - 1], name, *spec.activations[after - 1 :]),
    )
    origins = same_nodes(spec.sizes)
    origins.insert(after, (None, [None] * size))
    return _rebuilt(project, network, origins)


def remove_layer(project: Project, layer: int) -> Project:
    """Remove a hidden layer."""
    spec = project.network
    if not 1 < layer < spec.depth:
        raise EditError("only_hidden_layers_go")
    network = replace(
        spec,
        sizes=(*spec.sizes[: layer - 1], *spec.sizes[layer:]),
        activations=(*spec.activations[: layer - 2], *spec.activations[layer - 1 :]),
    )
    origins = same_nodes(spec.sizes)
    del origins[layer - 1]
    return _rebuilt(project, network, origins)


def add_node(project: Project, layer: int) -> Project:
    """Add a node at the end of a layer; on the first or last layer, also a column of data."""
    return _with_nodes(project, layer, [*_nodes(project, layer), None])


def remove_node(project: Project, layer: int, node: int | None = None) -> Project:
    """Remove node 1..n of a layer, by default the last; the first or last layer lose data too."""
    nodes = _nodes(project, layer)
    if len(nodes) == 1:
        raise EditError("last_node")
    if node is None:
        node = len(nodes)
    if not 1 <= node <= len(nodes):
        raise EditError("no_such_node")
    return _with_nodes(project, layer, [*nodes[: node - 1], *nodes[node:]])


def resize_hidden(project: Project, sizes: Sequence[int], activation: str) -> Project:
    """Give the network these hidden layers, keeping what has a place."""
    for layer in range(project.network.depth - 1, len(sizes) + 1, -1):
        project = remove_layer(project, layer)
    for layer, size in enumerate(sizes, start=2):
        if layer >= project.network.depth:
            project = add_layer(project, layer - 1, size)
        before = project.network.size(layer)
        nodes = [node if node < before else None for node in range(size)]
        project = set_activation(_with_nodes(project, layer, nodes), layer, activation)
    return project


def set_activation(project: Project, layer: int, name: str) -> Project:
    """Choose the activation of layer 2..L; on the output layer, the loss follows if it must."""
    spec = project.network
    if not 2 <= layer <= spec.depth:
        raise EditError("input_has_no_activation")
    activations = (*spec.activations[: layer - 2], name, *spec.activations[layer - 1 :])
    loss = spec.loss
    if layer == spec.depth and not loss_fits(loss, name):
        loss = FITTING_LOSS.get(name, "mean_squared_error")
    return _with_loss(project, replace(spec, activations=activations, loss=loss))


def set_loss(project: Project, loss: str) -> Project:
    """Choose the loss; the output activation follows if it must.

    Raises EditError("no_probabilities") where the targets are too large or small for it.
    """
    spec = project.network
    if loss not in LOSSES:
        raise EditError("unknown_name")
    if not LOSSES[loss].takes(project.t):
        raise EditError("no_probabilities")
    output = spec.activations[-1]
    if not loss_fits(loss, output):
        output = next(name for name, fitting in FITTING_LOSS.items() if fitting == loss)
    network = replace(spec, loss=loss, activations=(*spec.activations[:-1], output))
    return _with_loss(project, network)


def _nodes(project: Project, layer: int) -> range:
    """The nodes of layer 1..L, from 0."""
    if not 1 <= layer <= project.network.depth:
        raise EditError("no_such_layer")
    return range(project.network.size(layer))


def _with_nodes(project: Project, layer: int, nodes: Sequence[int | None]) -> Project:
    spec = project.network
    network = replace(spec, sizes=(*spec.sizes[: layer - 1], len(nodes), *spec.sizes[layer:]))
    origins = same_nodes(spec.sizes)
    origins[layer - 1] = (layer, nodes)
    parts: dict[str, Any] = {}
    if layer == 1:
        parts["dataset"] = project.dataset.with_columns(inputs=nodes)
        if project.scaling is not None:
            parts["scaling"] = project.scaling.with_columns(nodes)
    elif layer == spec.depth:
        parts["dataset"] = project.dataset.with_columns(targets=nodes)
    return _rebuilt(project, network, origins, **parts)


def _rebuilt(
    project: Project, network: NetworkSpec, origins: Sequence[Origin], **parts: Any
) -> Project:
    """The project with another architecture; what the optimizer remembers has lost its place."""
    fresh = network.draw()
    old_sizes = project.network.sizes
    return go_on(
        project,
        network=network,
        initial=carry(project.initial, old_sizes, fresh, network.sizes, origins),
        parameters=carry(project.parameters, old_sizes, fresh, network.sizes, origins),
        progress=replace(project.progress, optimizer_state=None, snapshots=Snapshots()),
        **parts,
    )


def _with_loss(project: Project, network: NetworkSpec) -> Project:
    """Values of another loss do not belong on the same curve: a new one starts here."""
    progress, runs = project.progress, project.runs
    if network != project.network:
        progress = replace(progress, snapshots=Snapshots())
    if network.loss != project.network.loss:
        progress, runs = replace(progress, curves=Curves()), kept_runs(project)
    return go_on(project, network=network, progress=progress, runs=runs)

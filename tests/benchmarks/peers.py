"""The same work in nnsim, scikit-learn and PyTorch: each a function that trains so many epochs.

All of them in float64 with plain gradient descent, the samples shuffled anew for each epoch.
scikit-learn and PyTorch add up the losses of the batches as they go; nnsim computes loss and
accuracy of the whole set at the end of each epoch, which is more work.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from itertools import pairwise

from .works import LEARNING_RATE, SEED, Work

Run = Callable[[int], object]


def nnsim(work: Work) -> Run:
    """nnsim's own trainer."""
    trainer = work.trainer()
    return lambda epochs: trainer.run_for(float("inf"), epochs)


def scikit_learn(work: Work) -> Run:
    """MLPClassifier.fit: its own loop over the epochs, which is faster than partial_fit."""
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.neural_network import MLPClassifier

    warnings.simplefilter("ignore", ConvergenceWarning)
    model = MLPClassifier(
        hidden_layer_sizes=work.sizes[1:-1],
        activation="logistic",
        solver="sgd",
        momentum=0.0,
        nesterovs_momentum=False,
        alpha=0.0,
        batch_size=work.batch_size or work.samples,
        learning_rate="constant",
        learning_rate_init=LEARNING_RATE,
        early_stopping=False,
        n_iter_no_change=10**9,
        random_state=SEED,
    )

    def run(epochs: int) -> None:
        model.set_params(max_iter=epochs)
        model.fit(work.dataset.x, work.labels)
        assert model.n_iter_ == epochs

    return run


def pytorch(work: Work) -> Run:
    """Eager PyTorch, as in its tutorials. Raises ImportError where it is not installed."""
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    layers: list[torch.nn.Module] = []
    for below, n in pairwise(work.sizes):
        layers += [torch.nn.Linear(below, n), torch.nn.Sigmoid()]
    net = torch.nn.Sequential(*layers[:-1]).double()  # the losses take z
    loss = torch.nn.BCEWithLogitsLoss() if work.binary else torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=LEARNING_RATE)
    x = torch.tensor(work.dataset.x)
    t = torch.tensor(work.dataset.t if work.binary else work.labels)
    size = work.batch_size or work.samples

    def epoch() -> torch.Tensor:
        parts = [(x, t)]
        if work.batch_size is not None:
            order = torch.randperm(len(x))
            parts = list(zip(x[order].split(size), t[order].split(size), strict=True))
        total = torch.zeros(())
        for inputs, targets in parts:
            optimizer.zero_grad()
            value = loss(net(inputs), targets)
            value.backward()
            optimizer.step()
            total = total + value.detach() * len(inputs)
        return total / len(x)

    def run(epochs: int) -> None:
        for _ in range(epochs):
            epoch()

    return run


PEERS: dict[str, Callable[[Work], Run]] = {"scikit-learn": scikit_learn, "PyTorch": pytorch}

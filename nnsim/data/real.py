"""The real datasets that scikit-learn brings along, without a download."""

from __future__ import annotations

from typing import Any

import numpy as np

from nnsim.data.dataset import Dataset, Source


def read_real(name: str) -> Dataset:
    """iris, wine, breast_cancer or digits: one 0/1 column for two classes, else one-hot."""
    # scikit-learn takes two seconds to import: only who asks for a real dataset pays for it.
    import sklearn.datasets

    bunch: Any = getattr(sklearn.datasets, f"load_{name}")()
    classes = tuple(str(label) for label in bunch.target_names)
    target = np.asarray(bunch.target)
    t = target[:, np.newaxis] if len(classes) == 2 else np.eye(len(classes))[target]
    return Dataset(
        x=bunch.data,
        t=t,
        input_names=tuple(str(feature) for feature in bunch.feature_names),
        class_names=classes,
        source=Source(name),
        name=name,
    )

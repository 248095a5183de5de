"""Why a network does not learn: rules from plain facts to findings, with what can be done."""

from .diagnosis import Health, diagnose, has_risen, health
from .facts import Facts, Run
from .findings import Finding, Kind
from .remedies import (
    AddLayer,
    AddNode,
    DrawWeights,
    DropPenalty,
    GoBack,
    Remedy,
    SetActivation,
    SetLearningRate,
    Standardise,
)

__all__ = [
    "AddLayer",
    "AddNode",
    "DrawWeights",
    "DropPenalty",
    "Facts",
    "Finding",
    "GoBack",
    "Health",
    "Kind",
    "Remedy",
    "Run",
    "SetActivation",
    "SetLearningRate",
    "Standardise",
    "diagnose",
    "has_risen",
    "health",
]

"""What work is taken out as, and weights brought in from: text and bytes of a project, no Qt."""

from .errors import MissingPackageError, WeightsError, WorksheetError
from .npz import read_weights, weights_file
from .onnx_model import onnx_model
from .python_script import python_script
from .script import Files
from .torch_script import torch_script

__all__ = [
    "Files",
    "MissingPackageError",
    "WeightsError",
    "WorksheetError",
    "onnx_model",
    "python_script",
    "read_weights",
    "torch_script",
    "weights_file",
]

"""The readable part of a project file, checked by pydantic: known names, types, bounds.

`read_document` and `write_document` turn `project.json` into a FileModel and back. The arrays are
kept beside it, see `file.py`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from nnsim.data import DataError, Source
from nnsim.engine import EngineError, TrainSettings

from .errors import EditError, ProjectFileError
from .spec import NetworkSpec

FORMAT = "nnsim"
VERSION = 1
JSON_NAME = "project.json"

_STRICT = ConfigDict(extra="forbid", allow_inf_nan=False, frozen=True)
Name = str


class _Header(BaseModel):
    format: Literal["nnsim"]
    version: int = Field(ge=1)


class DataModel(BaseModel):
    """A dataset: how to make it again, or the names that belong to the arrays in the file."""

    model_config = _STRICT
    name: str = Field(max_length=200)
    source: Source | None
    input_names: tuple[str, ...] = Field(max_length=1024)
    class_names: tuple[str, ...] = Field(max_length=1024)
    standardised: bool
    test_share: float = Field(ge=0, le=0.9)
    split_seed: int = Field(ge=0, lt=2**32)


class FileModel(BaseModel):
    """All of project.json."""

    model_config = _STRICT
    format: Literal["nnsim"] = "nnsim"
    version: Literal[1] = 1
    network: NetworkSpec
    data: DataModel
    settings: TrainSettings
    epoch: int = Field(ge=0, lt=2**53)
    optimizer_steps: int | None = Field(default=None, ge=0, lt=2**53)


def write_document(model: FileModel) -> bytes:
    """project.json as bytes."""
    return model.model_dump_json(indent=2).encode()


def read_document(raw: bytes) -> FileModel:
    """Check and read project.json; raises ProjectFileError with the place of the error."""
    try:
        version = _Header.model_validate_json(raw).version
        if version > VERSION:
            raise ProjectFileError("too_new", JSON_NAME, str(version))
        return FileModel.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        where = f"{JSON_NAME}: {place}" if place else JSON_NAME
        raise ProjectFileError("bad_document", where, first["msg"]) from error
    except (EditError, EngineError, DataError) as error:
        raise ProjectFileError("bad_document", JSON_NAME, str(error)) from error

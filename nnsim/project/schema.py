"""The readable part of a project file, checked by pydantic: known names, types, bounds.

`read_document` and `write_document` turn `project.json` into a FileModel and back. The arrays are
kept beside it, see `file.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from nnsim.data import MAX_TEST_SHARE, Origin, ScalingKind, Source
from nnsim.engine import EngineError, InvalidSetting, TrainSettings, UnknownName

from .curves import MAX_ROWS
from .errors import EditError, ProjectFileError
from .runs import MAX_RUN_NAME, MAX_RUNS
from .snapshot_file import StretchModel
from .snapshots import MAX_SNAPSHOTS
from .spec import NetworkSpec
from .stopping import StopRules, Watched

VERSION = 1
DOCUMENT = "project.json"

# project.json of version n as one of version n + 1.
UPGRADES: dict[int, Callable[[bytes], bytes]] = {}

_STRICT = ConfigDict(
    strict=True, extra="forbid", allow_inf_nan=False, frozen=True, hide_input_in_errors=True
)
# Where in project.json an EditError comes from, if not from the network.
_PLACES = {"bad_setting": "stop_rules", "watched_does_not_fit": "progress.watched"}
Count = Annotated[int, Field(ge=0, lt=2**53)]


class _Header(BaseModel):
    model_config = ConfigDict(strict=True, hide_input_in_errors=True)
    format: Literal["nnsim"]
    version: int = Field(ge=1, lt=2**31)


class TableModel(BaseModel):
    """The samples stand in the file: their number and what belongs to the arrays."""

    model_config = _STRICT
    name: str
    samples: int = Field(ge=1, lt=2**31)
    input_names: tuple[str, ...]
    class_names: tuple[str, ...]
    target_names: tuple[str, ...] = ()
    origin: Origin | None = None


class DataModel(BaseModel):
    """A dataset, by the source that makes it again or as a table, and its preparation."""

    model_config = _STRICT
    source: Source | None
    table: TableModel | None
    standardised: bool  # or scaled in another way
    scaling: ScalingKind = "standard"
    test_share: float = Field(ge=0, le=MAX_TEST_SHARE)
    split_seed: int = Field(ge=0)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.source is None) == (self.table is None):
            raise ValueError("either source or table")
        return self


class OptimizerModel(BaseModel):
    """What the optimizer remembers, beside its vectors."""

    model_config = _STRICT
    name: str
    updates: Count


class ProgressModel(BaseModel):
    """How far training has come."""

    model_config = _STRICT
    epoch: Count
    curve_rows: int = Field(ge=0, le=MAX_ROWS)
    optimizer: OptimizerModel | None
    watched: Watched | None = None
    snapshots: tuple[StretchModel, ...] = Field(default=(), max_length=MAX_SNAPSHOTS)
    seconds: float = Field(0.0, ge=0)


class FileModel(BaseModel):
    """All of project.json."""

    model_config = _STRICT
    format: Literal["nnsim"] = "nnsim"
    version: Literal[1] = 1
    network: NetworkSpec
    data: DataModel
    settings: TrainSettings
    stop_rules: StopRules = Field(default_factory=StopRules)
    progress: ProgressModel
    altered: bool = False
    runs: tuple[RunModel, ...] = Field((), max_length=MAX_RUNS)


class RunModel(BaseModel):
    """A run that is over: a project in the project, without runs of its own."""

    model_config = _STRICT
    number: int = Field(ge=1, lt=2**53)
    name: str = Field(max_length=MAX_RUN_NAME)
    pinned: bool
    same_data_as: int | None  # 0: the project; k: the k-th run, an earlier one
    result: FileModel

    @model_validator(mode="after")
    def _only_one_level(self) -> Self:
        if self.result.runs:
            raise ValueError("a run has no runs")
        return self


def write_document(model: FileModel) -> bytes:
    """project.json as bytes."""
    return model.model_dump_json(indent=2).encode()


def read_document(raw: bytes) -> FileModel:
    """Check and read project.json; raises ProjectFileError with the place of the error."""
    try:
        version = _Header.model_validate_json(raw).version
        if version > VERSION:
            raise ProjectFileError("too_new", DOCUMENT, str(version))
        for older in range(version, VERSION):
            raw = UPGRADES[older](raw)
        return FileModel.model_validate_json(raw)
    except ValidationError as error:
        raise _refusal(error) from None
    except EditError as error:
        place = _PLACES.get(error.reason, "network")
        raise bad_document(place, str(error)) from error
    except InvalidSetting as error:
        raise bad_document(f"settings.{error.name}", error.allowed) from error
    except UnknownName as error:
        raise bad_document(f"settings.{error.kind}", ", ".join(error.known)) from error
    except (EngineError, OverflowError) as error:
        raise bad_document("settings") from error


def bad_document(place: str, detail: str = "") -> ProjectFileError:
    """The error for a place in project.json, "" for all of it."""
    return ProjectFileError("bad_document", f"{DOCUMENT}: {place}" if place else DOCUMENT, detail)


def _refusal(error: ValidationError) -> ProjectFileError:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part)[:40] for part in first["loc"])
    if place == "format":
        return ProjectFileError("not_a_project", f"{DOCUMENT}: {place}")
    return bad_document(place, first["msg"])

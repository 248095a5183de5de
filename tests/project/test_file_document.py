"""Whatever is wrong in project.json is named by its place."""

import json

import pytest
from project_files import parts, refusal, with_document, zipped

from nnsim.project import new_project


def test_newer_files() -> None:
    assert refusal(with_document("version", 2)) == ("too_new", "project.json")
    future = b'{"format": "nnsim", "version": 7, "layers": {"new": true}}'
    assert refusal(zipped({"project.json": future, "new.bin": b""})) == ("too_new", "project.json")


def test_another_format() -> None:
    for document in (b'{"format": "other", "version": 1}', b'{"version": 1}', b"{}"):
        place = refusal(zipped(parts() | {"project.json": document}))
        assert place == ("not_a_project", "project.json: format")


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"\xff\xfe",
        b"{",
        b"[]",
        b"null",
        b'"nnsim"',
        b"[" * 1000 + b"]" * 1000,
        b'{"a":' * 1000 + b"1" + b"}" * 1000,
        b'{"format": "nnsim", "version": 1, "network": ' + b"[" * 1000 + b"]" * 1000 + b"}",
    ],
)
def test_wrong_json(document: bytes) -> None:
    assert refusal(zipped(parts() | {"project.json": document})) == ("bad_document", "project.json")


@pytest.mark.parametrize(
    ("place", "value", "where"),
    [
        ("version", "1", "version"),
        ("version", True, "version"),
        ("version", 0, "version"),
        ("version", 10**30, "version"),
        ("surprise", 1, "surprise"),
        ("x" * 10_000, 1, "x" * 40),
        ("network", [], "network"),
        ("network.sizes", "221", "network.sizes"),
        ("network.sizes.0", "2", "network.sizes.0"),
        ("network.sizes.0", 2.5, "network.sizes.0"),
        ("network.sizes.0", None, "network.sizes.0"),
        ("network.sizes", [], "network"),
        ("network.sizes", [2, 10**9, 1], "network"),
        ("network.sizes", [2, 10**4000, 1], "network"),
        ("network.sizes", [2, -1, 1], "network"),
        ("network.sizes", [2] * 100_000, "network"),
        ("network.activations", ["sigmoid"], "network"),
        ("network.activations", ["sigmoid", "swish"], "network"),
        ("network.activations.0", 1, "network.activations.0"),
        ("network.loss", "hinge", "network"),
        ("network.surprise", 1, "network.surprise"),
        ("settings.learning_rate", float("nan"), "settings.learning_rate"),
        ("settings.learning_rate", float("inf"), "settings.learning_rate"),
        ("settings.learning_rate", 0, "settings.learning_rate"),
        ("settings.learning_rate", "fast", "settings.learning_rate"),
        ("settings.optimizer", "luck" * 1000, "settings.optimizer"),
        ("settings.seed", -1, "settings.seed"),
        ("settings.seed", 10**400, "settings"),
        ("settings.batch_size", 2.0, "settings.batch_size"),
        ("settings.surprise", 1, "settings.surprise"),
        ("data.test_share", 0.95, "data.test_share"),
        ("data.split_seed", -1, "data.split_seed"),
        ("data.standardised", 1, "data.standardised"),
        ("data.table", None, "data"),
        ("data.source", {"name": "xor"}, "data"),
        ("data.table.samples", 0, "data.table.samples"),
        ("data.table.samples", 10**30, "data.table.samples"),
        ("data.table.input_names", ["x1"], "data.table"),
        ("data.table.class_names", ["0"], "data.table"),
        ("data.table.class_names", [0, 1], "data.table.class_names.0"),
        ("progress.epoch", -1, "progress.epoch"),
        ("progress.curve_rows", 10**9, "progress.curve_rows"),
        ("progress.optimizer.name", "luck", "progress.optimizer.name"),
        ("progress.optimizer.updates", -1, "progress.optimizer.updates"),
        ("stop_rules.surprise", {}, "stop_rules.surprise"),
        ("stop_rules.target.surprise", 1, "stop_rules.target.surprise"),
        ("stop_rules.target.on", 1, "stop_rules.target.on"),
        ("stop_rules.target.target", -0.5, "stop_rules"),
        ("stop_rules.target.target", float("inf"), "stop_rules.target.target"),
        ("stop_rules.epochs.epochs", 2.5, "stop_rules.epochs.epochs"),
        ("stop_rules.epochs.epochs", 0, "stop_rules"),
        ("stop_rules.minimum.epochs", 10**400, "stop_rules"),
        ("progress.watched", {"rules": {}, "epoch": 1}, "progress.watched.memories"),
        (
            "progress.watched",
            {"rules": {"target": {"on": True}}, "epoch": 1, "memories": {"target": [0.5]}},
            "progress.watched",
        ),
    ],
)
def test_wrong_values_are_named_by_their_place(place: str, value: object, where: str) -> None:
    assert refusal(with_document(place, value)) == ("bad_document", f"project.json: {where}")


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ({"name": "nothing"}, "data.source.name"),
        ({"name": "xor", "seed": 1}, "data.source.seed"),
        ({"name": "moons", "samples": 10**9}, "data.source.samples"),
        ({"name": "moons", "samples": 10**400}, "data.source.samples"),
        ({"name": "moons", "noise": 7}, "data.source.noise"),
        ({"name": "moons", "seed": 1.5}, "data.source.seed"),
        ({"name": "moons", "file": "/etc/passwd"}, "data.source.file"),
        ({}, "data.source.name"),
    ],
)
def test_wrong_sources_are_named_by_their_place(source: dict[str, object], where: str) -> None:
    files = parts(new_project())
    document = json.loads(files["project.json"])
    document["data"]["source"] = source
    content = zipped(files | {"project.json": json.dumps(document).encode()})
    assert refusal(content) == ("bad_document", f"project.json: {where}")


def test_a_source_that_does_not_fit_the_network() -> None:
    files = parts(new_project())
    files["project.json"] = files["project.json"].replace(b'"xor"', b'"iris"')
    assert refusal(zipped(files)) == ("bad_document", "project.json")

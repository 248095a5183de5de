from pathlib import Path

import pytest

from nnsim.shell import resources
from nnsim.shell.resources import ResourceNotFoundError, resource

REPOSITORY = Path(__file__).parents[2]


def test_in_the_repository_its_own_folder_is_used():
    assert resource() == REPOSITORY / "resources"


def test_in_a_wheel_the_copy_in_the_package_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    packed = tmp_path / "_resources"
    (packed / "i18n").mkdir(parents=True)
    (packed / "i18n" / "some.qm").touch()
    monkeypatch.setattr(resources, "_ROOTS", (packed, REPOSITORY / "resources"))
    assert resource("i18n/some.qm") == packed / "i18n" / "some.qm"


def test_a_missing_resource_is_named():
    with pytest.raises(ResourceNotFoundError) as error:
        resource("i18n/klingon.qm")
    assert error.value.name == "i18n/klingon.qm"


def test_no_resources_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(resources, "_ROOTS", (tmp_path / "_resources", tmp_path / "resources"))
    with pytest.raises(ResourceNotFoundError):
        resource()

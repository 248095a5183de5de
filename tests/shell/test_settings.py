import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from nnsim.shell import settings as table
from nnsim.shell.settings import Setting, Settings

ALL = [value for value in vars(table).values() if isinstance(value, Setting)]
EXAMPLES = [
    (table.LANGUAGE, "ko"),
    (table.THEME, "dark"),
    (table.DECIMALS, 5),
    (table.NODE_MAPS, False),
    (table.WINDOW_GEOMETRY, bytes(range(256))),
    (table.WINDOW_STATE, b"\x00\xff, state"),
    (table.LAST_DIRECTORY, Path("/home/김 민준/신경망, 1")),
    (table.RECENT_FILES, (Path("/a b/하나.nnsim"),)),
    (table.RECENT_FILES, (Path("/a, b.nnsim"), Path("/c;d.nnsim"), Path('/"e".nnsim'))),
]


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "nnsim.ini"


def reopened(ini: Path) -> Settings:
    """As after a restart: QSettings shares what it has read, unless a copy of the file is read."""
    copy = ini.with_name("copy.ini")
    copy.write_bytes(ini.read_bytes())
    return Settings(copy)


@pytest.mark.parametrize("setting", ALL, ids=lambda setting: setting.key)
def test_nothing_stored_gives_the_default(setting: Setting, ini: Path):
    assert Settings(ini).get(setting) == setting.default


def test_every_setting_has_a_key_of_its_own():
    assert len({setting.key for setting in ALL}) == len(ALL)
    assert {setting for setting, _ in EXAMPLES} == set(ALL)


@pytest.mark.parametrize(("setting", "value"), EXAMPLES)
def test_a_value_comes_back_after_a_restart(setting: Setting, value: object, ini: Path):
    settings = Settings(ini)
    settings.set(setting, value)
    assert settings.get(setting) == value
    settings.sync()
    assert reopened(ini).get(setting) == value


@pytest.mark.parametrize("setting", ALL, ids=lambda setting: setting.key)
def test_the_default_comes_back_too(setting: Setting, ini: Path):
    settings = Settings(ini)
    settings.set(setting, setting.default)
    settings.sync()
    assert reopened(ini).get(setting) == setting.default


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (table.LANGUAGE, "fr"),
        (table.THEME, "blue"),
        (table.DECIMALS, 1),
        (table.DECIMALS, 9),
        (table.NODE_MAPS, "maybe"),
    ],
)
def test_a_bad_value_is_refused(setting: Setting, value: object, ini: Path):
    settings = Settings(ini)
    with pytest.raises(ValueError, match=str(value)):
        settings.set(setting, value)
    assert settings.get(setting) == setting.default


@pytest.mark.parametrize(
    ("setting", "stored"),
    [
        (table.LANGUAGE, "klingon"),
        (table.LANGUAGE, ["en", "ko"]),
        (table.DECIMALS, "many"),
        (table.DECIMALS, "99"),
        (table.DECIMALS, "3.5"),
        (table.WINDOW_GEOMETRY, "1280x800"),
        (table.LAST_DIRECTORY, ["/a", "/b"]),
    ],
)
def test_a_bad_stored_value_is_forgotten(
    setting: Setting, stored: object, ini: Path, caplog: pytest.LogCaptureFixture
):
    QSettings(str(ini), QSettings.Format.IniFormat).setValue(setting.key, stored)
    settings = Settings(ini)
    with caplog.at_level(logging.WARNING):
        assert settings.get(setting) == setting.default
    assert setting.key in caplog.text
    caplog.clear()
    assert settings.get(setting) == setting.default
    assert not caplog.records


@given(text=st.text())
def test_no_stored_text_raises(text: str, tmp_path_factory: pytest.TempPathFactory):
    ini = tmp_path_factory.mktemp("settings") / "nnsim.ini"
    store = QSettings(str(ini), QSettings.Format.IniFormat)
    for setting in ALL:
        store.setValue(setting.key, text)
    settings = Settings(ini)
    for setting in ALL:
        settings.get(setting)


def test_a_damaged_file_gives_the_defaults(ini: Path):
    ini.write_bytes(b"\x00[[[\xff\xfe decimals==\n@Variant(\n")
    settings = Settings(ini)
    assert [settings.get(setting) for setting in ALL] == [setting.default for setting in ALL]


def test_reset(ini: Path):
    settings = Settings(ini)
    settings.set(table.DECIMALS, 6)
    settings.reset(table.DECIMALS)
    assert settings.get(table.DECIMALS) == 3


def test_recent_files_are_the_newest_ten_each_once(ini: Path):
    settings = Settings(ini)
    for number in [*range(12), 5]:
        settings.remember_file(Path(f"/home/anyone/{number}.nnsim"))
    recent = [int(path.stem) for path in settings.get(table.RECENT_FILES)]
    assert recent == [5, 11, 10, 9, 8, 7, 6, 4, 3, 2]
    assert settings.get(table.LAST_DIRECTORY) == Path("/home/anyone")


def test_without_a_path_the_users_folder_for_settings_is_used(tmp_path: Path):
    settings = Settings()
    settings.set(table.DECIMALS, 4)
    settings.sync()
    assert [path.suffix for path in (tmp_path / "settings").rglob("nnsim*") if path.is_file()] == [
        ".ini"
    ]

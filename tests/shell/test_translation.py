import logging
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from nnsim.shell import resources
from nnsim.shell.translation import Translator

SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR"><context><name>Words</name>
<message><source>weight</source><translation>가중치</translation></message>
</context></TS>
"""


@pytest.fixture(scope="module")
def korean_resources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Resources that hold one translated word."""
    root = tmp_path_factory.mktemp("resources")
    (root / "i18n").mkdir()
    (root / "nnsim_ko.ts").write_text(SOURCE, encoding="utf-8")
    lrelease = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent))
    assert lrelease
    target = root / "i18n" / "nnsim_ko.qm"
    subprocess.run([lrelease, root / "nnsim_ko.ts", "-qm", target], check=True, capture_output=True)
    return root


@pytest.fixture
def translator(
    qapp: QApplication, korean_resources: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Translator]:
    monkeypatch.setattr(resources, "_ROOTS", (korean_resources,))
    translator = Translator(qapp)
    yield translator
    translator.use("en")


def words() -> tuple[str, str]:
    """One text of nnsim's and one of Qt's own, in the present language."""
    tr = QCoreApplication.translate
    return tr("Words", "weight"), tr("QPlatformTheme", "Cancel")


def test_it_starts_in_english(translator: Translator):
    assert translator.language == "en"
    assert words() == ("weight", "Cancel")


def test_korean_and_back(translator: Translator):
    for _ in range(2):
        translator.use("ko")
        assert translator.language == "ko"
        assert words() == ("가중치", "취소")
        translator.use("en")
        assert translator.language == "en"
        assert words() == ("weight", "Cancel")


@pytest.mark.parametrize(("locale", "language"), [("ko_KR", "ko"), ("en_GB", "en"), ("de", "en")])
def test_the_system_decides(
    locale: str, language: str, translator: Translator, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(locale))
    translator.use("system")
    assert translator.language == language


def test_an_unknown_language_changes_nothing(translator: Translator):
    translator.use("ko")
    with pytest.raises(ValueError, match="fr"):
        translator.use("fr")
    assert words() == ("가중치", "취소")


def test_a_missing_translation_leaves_the_sources(
    translator: Translator,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
):
    monkeypatch.setattr(resources, "_ROOTS", (tmp_path,))
    with caplog.at_level(logging.WARNING):
        translator.use("ko")
    assert words() == ("weight", "취소")
    assert "i18n/nnsim_ko.qm" in caplog.text

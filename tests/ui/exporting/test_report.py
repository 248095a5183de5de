"""The report of a run: the numbers of the screen, in a page that is whole."""

import re
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel

from nnsim.project import NetworkSpec, Project, edits
from nnsim.shell.settings import LANGUAGE, THEME
from nnsim.ui.exporting import EXPORTERS
from nnsim.ui.report import Report
from nnsim.ui.run_facts import results_of, settings_of
from nnsim.ui.shown_run import ShownRun


def made(window, key):
    (only,) = EXPORTERS[key].make(Report(window._parts), "report").values()
    return only


def page(window):
    """The HTML, read as XML: it is well-formed."""
    declaration, text = made(window, "reportHtml").decode().split(">", 1)
    assert declaration == "<!DOCTYPE html"
    return ElementTree.fromstring(text)


def facts(root):
    return {row.find("th").text: row.find("td").text for row in root.iter("tr")}


def drawn(root):
    found = root.iter("{http://www.w3.org/2000/svg}text")
    return {(each.text or "").strip() for each in found}


def count_pages(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def train(window, qtbot, epochs):
    with qtbot.waitSignal(window.session.ended, timeout=20_000):
        window.controller.run(epochs)


def test_the_numbers_are_those_on_the_screen(window, qtbot):
    train(window, qtbot, 120)
    root = page(window)
    parts = window._parts
    expected = results_of(ShownRun.current(parts), window.view_state.decimals)
    project = window.document.project
    expected += settings_of(project, (project.settings.optimizer,))
    assert facts(root) == {fact.label: fact.text for fact in expected}
    assert facts(root)["Epochs"] == window.findChild(QLabel, "epochValue").text() == "120"
    assert facts(root)["E"].startswith(window.findChild(QLabel, "lossValue").text()[:-1])
    for chip in window.diagram.picture.chips:
        value = window.view_state.reading.value(chip.symbol)
        assert f"{value:+.3f}".replace("-", "−") in drawn(root)


def test_the_page_needs_no_other_file(window, qtbot):
    train(window, qtbot, 5)
    text = made(window, "reportHtml").decode()
    links = re.findall(r'(?:src|href)="([^"]*)"', text)
    assert all(link.startswith(("data:", "#")) for link in links)
    names = re.findall(r'\bid="([^"]*)"', text)
    assert len(names) == len(set(names))


def test_a_browser_is_told_what_it_needs(window):
    root = page(window)
    assert root.find("head/title").text == root.find("body/header/h1").text
    charset, viewport = root.findall("head/meta")
    assert charset.get("charset") == "utf-8"
    assert viewport.get("name") == "viewport"
    assert "@page { size: A4" in root.find("head/style").text


def test_no_control_of_the_window_is_on_the_plane(window):
    assert not {"…", "..."} & drawn(page(window))


def test_a_report_can_be_cancelled(window):
    slices = EXPORTERS["reportPdf"].slices(Report(window._parts))
    next(slices)
    next(slices)
    slices.close()
    assert made(window, "reportPdf").startswith(b"%PDF")


def test_a_network_without_training(window):
    root = page(window)
    assert facts(root)["E"] == "—"
    headings = [each.text for each in root.iter("h2")]
    assert "Loss by epoch" not in headings
    assert "Confusion matrix, 4 training samples" in headings
    assert "This network has not been trained." in [each.text for each in root.iter("p")]


def test_ten_classes_on_whole_pages(window):
    data = edits.choose_dataset(window.document.project, "digits").dataset
    spec = NetworkSpec((64, 12, 10), ("tanh", "softmax"), "cross_entropy")
    window.document.apply(Project(spec, spec.draw(), spec.draw(), data), "Digits")
    assert set(map(str, range(10))) <= drawn(page(window))
    pdf = made(window, "reportPdf")
    assert pdf.startswith(b"%PDF")
    assert count_pages(pdf) == 2


def test_the_paper_is_light_in_a_dark_window(window, settings):
    settings.set(THEME, "dark")
    window.rebuild()
    with Report(window._parts).content() as content:
        for figure in content.figures:
            image = QImage(figure.picture.picture_size, QImage.Format.Format_RGB32)
            image.fill(QColor("red"))
            painter = QPainter(image)
            figure.picture.paint_picture(painter)
            painter.end()
            assert image.pixelColor(1, 1) == QColor("white")


def test_in_the_language_of_the_window(window, settings):
    assert page(window).get("lang") == "en"
    settings.set(LANGUAGE, "ko")
    window.rebuild()
    root = page(window)
    assert root.get("lang") == "ko"
    assert {"학습율 η", "정확도"} <= set(facts(root))
    assert made(window, "reportPdf").startswith(b"%PDF")


@pytest.mark.parametrize("name", ["<b>&", 'a"b'])
def test_a_name_is_text(window, tmp_path, name):
    window.document.save(tmp_path / f"{name}.nnsim")
    assert page(window).find("body/header/h1").text == name

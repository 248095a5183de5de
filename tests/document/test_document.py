import os
from pathlib import Path

import pytest

from nnsim.document import Document
from nnsim.project import ProjectFileError, edits, new_project, read_project
from nnsim.shell.writing import WriteError


def wider(document: Document) -> None:
    document.apply(edits.add_node(document.project, 2), "Add node")


def test_it_opens_with_the_notes_network_and_nothing_to_save() -> None:
    document = Document()
    assert document.project == new_project()
    assert document.path is None
    assert not document.modified
    assert not document.undo_stack.canUndo()


def test_an_edit_is_one_named_step() -> None:
    document = Document()
    before = document.project
    seen: list[tuple[object, object]] = []
    document.changed.connect(lambda *pair: seen.append(pair))
    wider(document)
    assert document.undo_stack.undoText() == "Add node"
    assert document.modified
    document.undo_stack.undo()
    assert document.project is before
    assert not document.modified
    assert [(a is before, b is before) for a, b in seen] == [(True, False), (False, True)]


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    document = Document()
    document.apply(edits.set_settings(document.project, learning_rate=1.0), "Nothing")
    assert not document.undo_stack.canUndo()


def test_steps_of_one_slider_are_one_step() -> None:
    document = Document()
    before = document.project
    for rate in (0.1, 0.2, 0.3):
        changed = edits.set_settings(document.project, learning_rate=rate)
        document.apply(changed, "Learning rate", "learning_rate")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.project is before
    document.undo_stack.redo()
    assert document.project.settings.learning_rate == 0.3


def test_a_slider_back_where_it_stood_leaves_no_step() -> None:
    document = Document()
    for rate in (0.1, 1.0):
        changed = edits.set_settings(document.project, learning_rate=rate)
        document.apply(changed, "Learning rate", "learning_rate")
    assert document.undo_stack.count() == 0
    assert not document.modified


def test_save_and_open(tmp_path: Path) -> None:
    document = Document()
    told: list[object] = []
    document.path_changed.connect(lambda: told.append("path"))
    document.modified_changed.connect(told.append)
    wider(document)
    path = tmp_path / "신경망.nnsim"
    document.save(path)
    assert document.path == path
    assert not document.modified
    assert told == [True, False, "path"]
    saved = document.project
    document.new()
    assert (document.path, document.project) == (None, new_project())
    document.open(path)
    assert (document.path, document.project) == (path, saved)
    assert not document.undo_stack.canUndo()
    assert read_project(path) == saved


def test_undoing_what_was_saved_is_work_to_save(tmp_path: Path) -> None:
    document = Document()
    wider(document)
    document.save(tmp_path / "a.nnsim")
    document.undo_stack.undo()
    assert document.modified
    document.undo_stack.redo()
    assert not document.modified


def test_a_file_that_cannot_be_opened_leaves_all_as_it_was(tmp_path: Path) -> None:
    document = Document()
    wider(document)
    before = document.project
    damaged = tmp_path / "damaged.nnsim"
    damaged.write_bytes(b"PK\x03\x04")
    with pytest.raises(ProjectFileError):
        document.open(damaged)
    with pytest.raises(FileNotFoundError):
        document.open(tmp_path / "none.nnsim")
    assert document.project is before
    assert document.path is None
    assert document.undo_stack.canUndo()
    assert document.modified


def refused(document: Document, path: Path) -> WriteError:
    """The error of saving there; the document has forgotten nothing and promised nothing."""
    before, old_path = document.project, document.path
    with pytest.raises(WriteError) as caught:
        document.save(path)
    assert caught.value.path == path
    assert caught.value.detail
    assert document.project is before
    assert document.path == old_path
    assert document.modified
    return caught.value


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    document = Document()
    wider(document)
    refused(document, tmp_path / "no such folder" / "a.nnsim")
    refused(document, tmp_path)
    document.save(tmp_path / "now.nnsim")
    assert not document.modified


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_what_is_not_a_file_is_not_replaced_by_one(tmp_path: Path) -> None:
    document = Document()
    wider(document)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    refused(document, pipe)
    assert pipe.is_fifo()


def test_a_disk_that_is_full_keeps_the_old_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    document = Document()
    wider(document)
    path = tmp_path / "kept.nnsim"
    document.save(path)
    old = path.read_bytes()
    wide = edits.resize_hidden(document.project, (200, 200), "tanh")
    document.apply(wide, "Resize")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))  # then writing fails midway
    try:
        refused(document, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == old
    assert list(tmp_path.glob("*.nnsim*")) == [path]
    document.save(path)
    assert read_project(path) == document.project

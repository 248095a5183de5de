"""Nothing is found wrong with a network that learns."""

import pytest
from diagnosed_runs import kinds, train, trained_in_steps, xor

from nnsim.data import DATASETS
from nnsim.diagnosis import Facts, Kind, diagnose, health
from nnsim.project import edits, new_project


def test_the_default_network_learns_xor_and_is_well_at_every_epoch() -> None:
    assert diagnose(Facts(new_project())) == ()
    stops = [*range(1, 60), *range(60, 465, 6)]
    alarms = {
        facts.project.progress.epoch: kinds(facts)
        for facts in trained_in_steps(new_project(), stops)
        if kinds(facts)
    }
    assert alarms == {}


def test_runs_in_parts_are_well_too() -> None:
    project = new_project()
    for epochs in (1, 1, 30, 25, 100, 200, 100, 200):
        facts = train(project, epochs)
        assert kinds(facts) == []
        project = facts.project
    assert health(facts).learnt


@pytest.mark.parametrize("name", DATASETS)
def test_proposed_settings_are_well_wherever_they_are_paused(name: str) -> None:
    project = edits.use_proposal(edits.choose_dataset(new_project(), name))
    epochs = DATASETS[name].proposal.epochs
    stops = sorted({1, 2, 5, 10, 20, *(epochs * part // 8 for part in range(1, 9))})
    paused = trained_in_steps(project, stops)
    alarms = {facts.project.progress.epoch: kinds(facts) for facts in paused if kinds(facts)}
    assert alarms == {}
    assert health(paused[-1]).learnt


@pytest.mark.parametrize("optimizer", ["momentum", "nesterov", "rmsprop", "adam"])
def test_other_optimizers_are_well(optimizer: str) -> None:
    rate = 0.3 if optimizer in ("momentum", "nesterov") else 0.05
    project = xor(optimizer=optimizer, learning_rate=rate)
    paused = trained_in_steps(project, [1, 5, 20, 40, 70, 150, 400])
    assert [kinds(facts) for facts in paused] == [[]] * 7
    assert health(paused[-1]).learnt


def test_a_run_that_was_undone_says_nothing_about_the_project_before_it() -> None:
    blown_up = train(xor(learning_rate=50.0), 10)
    assert kinds(blown_up) == [Kind.BLOW_UP]
    assert blown_up.run is not None
    assert kinds(Facts(blown_up.run.project, blown_up.run)) == []


def test_an_edited_network_is_not_blamed_for_the_run_before() -> None:
    blown_up = train(xor(learning_rate=50.0), 10)
    edited = edits.add_node(blown_up.project, 2)
    assert Kind.BLOW_UP not in kinds(Facts(edited, blown_up.run))

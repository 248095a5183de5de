"""What-if at an earlier epoch: numbers of then are tried and never kept."""

from traveller import truth

from nnsim.notation import W, a


def what_if(traveller, symbol) -> None:
    traveller.window.view_state.select(symbol)
    pages = traveller.user.find("inspectorPages")
    names = [pages.tabText(number) for number in range(pages.count())]
    pages.setCurrentIndex(names.index("What if"))


def test_a_weight_of_then_is_tried_with_the_numbers_of_then_and_not_kept(traveller):
    traveller.train(60)
    traveller.visit(20)
    what_if(traveller, W(2, 1, 1))
    now, user = traveller.project, traveller.user
    state, _ = truth(now, 20)
    user.enter("whatIfValue", "1.5")
    network = now.build_network(state.parameters.copy())
    network.W[2][0, 0] = 1.5
    row = traveller.window.view_state.sample
    forward = network.forward(now.x[row : row + 1])
    assert traveller.reading.loss == network.loss_value(forward, now.t[row : row + 1])
    assert not user.find("whatIfKeep").isEnabled()
    assert user.find("whatIfDrop").isEnabled()
    user.press("whatIfDrop")
    traveller.assert_visits(20)
    assert traveller.project is now


def test_the_slider_reaches_only_so_far_and_what_was_typed_stays(traveller):
    traveller.train(60)
    traveller.visit(20)
    what_if(traveller, W(2, 1, 1))
    user = traveller.user
    user.enter("whatIfValue", "1e6")
    slider = user.find("whatIfSlider")
    assert slider.value() == slider.maximum()
    assert traveller.reading.value(W(2, 1, 1)) == 1e6
    user.enter("whatIfValue", "-1e6")
    assert slider.value() == slider.minimum()
    assert traveller.reading.value(W(2, 1, 1)) == -1e6


def test_an_input_that_was_tried_then_is_kept_now(traveller):
    traveller.train(60)
    project = traveller.project
    traveller.visit(20)
    what_if(traveller, a(1, 1))
    traveller.user.enter("whatIfValue", "0.75")
    assert traveller.reading.value(a(1, 1)) == 0.75
    assert traveller.project is project
    traveller.user.press("whatIfKeep")
    assert traveller.project.x[0, 0] == 0.75
    assert traveller.project.parameters is project.parameters
    traveller.assert_now()
    traveller.user.press("editUndo")
    assert traveller.project is project


def test_going_to_another_epoch_drops_what_is_tried(traveller):
    traveller.train(60)
    traveller.visit(20)
    what_if(traveller, W(2, 1, 1))
    traveller.user.enter("whatIfValue", "1.5")
    traveller.visit(30)
    assert traveller.reading.trial is None
    traveller.assert_visits(30)

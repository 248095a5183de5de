"""Every edit of a project, as a pure function from project to project.

What an edit brings with it is part of the edit: choosing softmax as output activation also chooses
cross-entropy, and choosing a dataset adapts the input and the output layer. An edit that cannot be
made raises EditError, and the project stays as it was.
"""

from .architecture import (
    add_layer,
    add_node,
    remove_layer,
    remove_node,
    resize_hidden,
    set_activation,
    set_loss,
)
from .data import (
    choose_dataset,
    new_table,
    remake_dataset,
    set_sample_value,
    set_scaling,
    set_split,
    set_standardised,
    use_dataset,
)
from .drawing import add_points, erase_points
from .parameters import (
    draw_weights,
    reset,
    set_parameter,
    set_parameters,
    type_parameters,
)
from .runs import (
    delete_runs,
    pin_run,
    rename_run,
    restore_initial,
    restore_result,
    run_again,
)
from .samples import (
    add_samples,
    delete_samples,
    rename_class,
    rename_column,
    type_samples,
)
from .training import (
    back_at,
    set_settings,
    set_stop_rule,
    take_over_update,
    trained,
    use_proposal,
)

__all__ = [
    "add_layer",
    "add_node",
    "add_points",
    "add_samples",
    "back_at",
    "choose_dataset",
    "delete_runs",
    "delete_samples",
    "draw_weights",
    "erase_points",
    "new_table",
    "pin_run",
    "remake_dataset",
    "remove_layer",
    "remove_node",
    "rename_class",
    "rename_column",
    "rename_run",
    "reset",
    "resize_hidden",
    "restore_initial",
    "restore_result",
    "run_again",
    "set_activation",
    "set_loss",
    "set_parameter",
    "set_parameters",
    "set_sample_value",
    "set_scaling",
    "set_settings",
    "set_split",
    "set_standardised",
    "set_stop_rule",
    "take_over_update",
    "trained",
    "type_parameters",
    "type_samples",
    "use_dataset",
    "use_proposal",
]

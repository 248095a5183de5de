"""Follows a run with its stop rules."""

from __future__ import annotations

from collections.abc import Iterable

from nnsim.engine import EpochRecord
from nnsim.project import Progress, StopReason, StopRules, Watched, curve_records
from nnsim.project.stopping import Memory


class Watch:
    """Shows every record to the rules that are on.

    Attributes:
        epoch: of the last record that they have seen.
    """

    def __init__(self, rules: StopRules, progress: Progress) -> None:
        """Start where a run has paused: with what was remembered, or else from its curves.

        A curve that was thinned tells the lowest losses exactly, but no longer every epoch.
        """
        self._rules = rules
        self._active = rules.active
        self._memories: dict[str, Memory] = dict.fromkeys(self._active, ())
        self.epoch = progress.epoch
        if not self._active:
            return
        if progress.watched is not None and _fits(progress.watched, rules, progress):
            self._memories |= progress.watched.memories
        else:
            self.see(curve_records(progress.curves.rows))
            self.epoch = progress.epoch

    def see(self, records: Iterable[EpochRecord]) -> StopReason | None:
        """Show them finished epochs; the reason to stop after the last of these, if there is one.

        No rule is reached before the last, if they are as many as `soonest` allows.
        """
        if not self._active:
            return None
        reason = None
        for record in records:
            self.epoch, reason = record.epoch, None
            for name, rule in self._active.items():
                memory = self._memories[name] = rule.after(self._memories[name], record)
                found = rule.reached(memory, record)
                if found is not None and reason is None:
                    reason = StopReason(name, rule.numbers | found)
        return reason

    @property
    def soonest(self) -> int | None:
        """The fewest epochs in which a rule can be reached; None: there is no rule."""
        rules = self._active.items()
        waits = (rule.soonest(self._memories[name], self.epoch) for name, rule in rules)
        return min(waits, default=None)

    @property
    def memory(self) -> Watched | None:
        """What the rules remember now, for an exact resume."""
        if not self._active:
            return None
        return Watched(self._rules, self.epoch, dict(self._memories))


def _fits(watched: Watched, rules: StopRules, progress: Progress) -> bool:
    """Whether it was remembered under these rules and at the end of just this curve."""
    epochs = progress.curves.column("epoch")
    ends = len(epochs) > 0 and epochs[-1] == watched.epoch
    return watched.rules == rules and watched.epoch == progress.epoch and bool(ends)

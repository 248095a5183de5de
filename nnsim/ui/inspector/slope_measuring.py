"""Measures slopes without making the window wait."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nnsim.trace import EPSILONS, Measurement, SlopeMeter

AT_ONCE = 1_000_000  # multiplications that take less than a frame
ALL = 3_000_000_000  # about ten seconds; with more only the chosen ε is measured
LOOK_MILLISECONDS = 20


class SlopeMeasuring(QObject):
    """Measures with the chosen ε first, then with the others: small networks at once, large ones
    on a thread of its own.

    Attributes:
        measurements: by ε, of what is being measured now.

    Signals:
        measured(): there are more of them.
    """

    measured = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.measurements: dict[float, Measurement] = {}
        self._meter: SlopeMeter | None = None
        self._chosen = EPSILONS[0]
        self._all = False
        self._executor: ThreadPoolExecutor | None = None
        self._job: tuple[SlopeMeter, Future[Measurement]] | None = None
        # The thread knows nothing of Qt, so that a window may close at any moment.
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._collect)

    def begin(self, meter: SlopeMeter, work: int, chosen: float) -> None:
        """Measure something else; `work` is the number of multiplications for every ε."""
        self._meter, self._chosen, self._all = meter, chosen, work <= ALL
        self.measurements = {}
        if work <= AT_ONCE:
            self.measurements = {epsilon: meter.measure(epsilon) for epsilon in EPSILONS}
        else:
            self._go_on()

    def choose(self, epsilon: float) -> None:
        """Measure with this ε next, unless that is done."""
        self._chosen = epsilon
        self._go_on()

    def stop(self) -> None:
        """Forget what was measured; what the thread is at is thrown away."""
        self._meter = None
        self.measurements = {}

    def _next(self) -> float | None:
        wanted = (self._chosen, *EPSILONS) if self._all else (self._chosen,)
        return next((each for each in wanted if each not in self.measurements), None)

    def _go_on(self) -> None:
        """One job at a time: another ε, or something else to measure, can always come next."""
        epsilon = self._next()
        if self._job is not None or self._meter is None or epsilon is None:
            return
        if self._executor is None:
            self._executor = ThreadPoolExecutor(1, "nnsim slopes")
        self._job = self._meter, self._executor.submit(self._meter.measure, epsilon)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        if self._job is None or not self._job[1].done():
            return
        (meter, job), self._job = self._job, None
        self._timer.stop()
        measurement = job.result()
        if meter is self._meter:
            self.measurements[measurement.epsilon] = measurement
        self._go_on()
        if meter is self._meter:
            self.measured.emit()

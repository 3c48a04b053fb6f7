"""Work off the GUI thread: only the newest answer to a question is delivered."""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from editorial.errors import Cancelled, Trouble

Progress = Callable[[str, float], None]

PATIENCE_MS = 250
"""How long patient work lets the rest go first."""


class _Messenger(QObject):
    done = Signal(object)
    failed = Signal(object)
    progress = Signal(str, float)


class Job:
    """One piece of work; `cancel()` makes its next report of progress raise Cancelled."""

    def __init__(self, work: Callable[[Progress], Any], parent: QObject) -> None:
        self.messenger = _Messenger(parent)
        self._work = work
        self._cancelled = Event()

    def cancel(self) -> None:
        self._cancelled.set()

    def report(self, text: str, fraction: float) -> None:
        """Tell how far the work is; raises Cancelled once it is no longer wanted."""
        if self._cancelled.is_set():
            raise Cancelled
        self.messenger.progress.emit(text, fraction)

    def run(self) -> None:
        """Do the work, in a thread."""
        try:
            answer = self._work(self.report)
        except Cancelled:
            self.messenger.failed.emit(None)
        except Trouble as trouble:
            self.messenger.failed.emit(trouble)
        except Exception as bug:  # noqa: BLE001 (one of the two places where a bug is caught)
            _log(bug)
            self.messenger.failed.emit(bug)
        else:
            self.messenger.done.emit(answer)


def _log(bug: Exception) -> None:
    # Imported here: the first paint does not wait for what only a fault needs.
    import logging

    logging.getLogger("editorial.ui.background").error("work in the background failed", exc_info=bug)


class Background(QObject):
    """Runs jobs; a newer job of the same `question` makes the answer of the older one unwanted."""

    def __init__(self, bug: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bug = bug
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(3)
        self._patient = QThreadPool(self)
        self._patient.setMaxThreadCount(1)
        self._newest: dict[str, Job] = {}

    def run(
        self,
        question: str,
        work: Callable[[Progress], Any],
        then: Callable[[Any], None],
        sorry: Callable[[Trouble], None],
        progress: Progress | None = None,
        cancelled: Callable[[], None] | None = None,
        *,
        patient: bool = False,
    ) -> Job:
        """Do the work in a thread and hand its answer to `then` here, or what went wrong to `sorry`.

        Patient work lets what the window waits for go first, and is done one after the other.
        """
        if question in self._newest:
            self._newest[question].cancel()
        job = Job(work, self)
        self._newest[question] = job
        from PySide6.QtCore import Qt

        queued = Qt.ConnectionType.QueuedConnection
        job.messenger.done.connect(lambda answer: self._deliver(question, job, lambda: then(answer)), queued)
        job.messenger.failed.connect(lambda error: self._failed(question, job, error, sorry, cancelled), queued)
        if progress is not None:
            job.messenger.progress.connect(progress, queued)
        if patient:
            wait = QTimer(job.messenger)
            wait.setSingleShot(True)
            wait.timeout.connect(lambda: self._start_patient(question, job))
            wait.start(PATIENCE_MS)
        else:
            self._pool.start(job.run)
        return job

    def _start_patient(self, question: str, job: Job) -> None:
        if self._newest.get(question) is job:
            self._patient.start(job.run)
        else:
            job.messenger.deleteLater()

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return bool(self._newest)

    def wait(self) -> None:
        """Cancel what runs, wait for it to end and deliver none of it: its workspace is about to be closed."""
        for job in self._newest.values():
            job.cancel()
        self._newest.clear()
        for pool in (self._pool, self._patient):
            pool.waitForDone(10_000)

    def _deliver(self, question: str, job: Job, then: Callable[[], None]) -> None:
        # What is connected to it holds the job, which holds it: only Qt can end that.
        job.messenger.deleteLater()
        if self._newest.get(question) is job:
            del self._newest[question]
            then()

    def _failed(
        self,
        question: str,
        job: Job,
        error: BaseException | None,
        sorry: Callable[[Trouble], None],
        cancelled: Callable[[], None] | None,
    ) -> None:
        def tell() -> None:
            if error is None:
                if cancelled is not None:
                    cancelled()
            elif isinstance(error, Trouble):
                sorry(error)
            else:
                self._bug(error)

        self._deliver(question, job, tell)

"""Puts into words what an edit brought with it, and how a run goes and ended."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QObject, Slot

from nnsim.data import DATASETS, Proposal
from nnsim.diagnosis import Facts, Finding, Health, Remedy, diagnose, health
from nnsim.notation import BlockError, format_compact
from nnsim.project import EditError, Project, StopReason, edits
from nnsim.training import Outcome, TrainEnded

from .errors import show_details
from .findings import RunWatch, health_text, remedy_name, remedy_text, sentence
from .notice import NoticeBar, Offer
from .parts import Parts
from .status import grouped
from .stop_texts import stop_reason
from .texts import block_error, dataset_title, edit_error, title


class Announcer(QObject):
    """Watches document and controller, and tells in the notice bar."""

    def __init__(self, parts: Parts, notice: NoticeBar, before: Announcer | None = None) -> None:
        """Start; in another language, go on with what `before` has told and still stands there."""
        super().__init__(notice)
        self._parts = parts
        self._notice = notice
        self._watch: RunWatch = RunWatch(parts) if before is None else before._watch
        self._visiting = parts.view_state.visiting
        self._told: tuple[Callable[..., None], tuple[object, ...]] | None = None
        if before is not None and before._notice.text and before._told is not None:
            tell, facts = before._told
            self._tell(tell, *facts)
        parts.document.changed.connect(self._on_document_changed)
        parts.document.opened.connect(notice.dismiss)
        parts.controller.refused.connect(self._on_refused)
        parts.view_state.reading_changed.connect(self._on_reading_changed)
        parts.controller.training_ended.connect(self._on_training_ended)
        self._watch.diverged.connect(self._on_diverged)

    @Slot(object, object)
    def _on_document_changed(self, before: Project, after: Project) -> None:
        if after.dataset.name != before.dataset.name:
            self._tell(Announcer._tell_dataset, before, after)
        elif after.network.loss != before.network.loss:
            self._tell(Announcer._tell_loss, before, after)
        elif self._notice.text and (after.network != before.network or self._tells_of_the_past):
            self._notice.dismiss()

    @property
    def _tells_of_the_past(self) -> bool:
        """Whether what stands there was said of a project that has changed since."""
        tellers = (Announcer._tell_finding, Announcer._tell_health, Announcer._tell_refusal)
        return self._told is not None and self._told[0] in tellers

    def _tell(self, tell: Callable[..., None], *facts: object) -> None:
        """Tell, and be able to tell the same in another language."""
        self._told = tell, facts
        tell(self, *facts)

    def _tell_dataset(self, before: Project, after: Project) -> None:
        spec = after.network
        parts = [
            self.tr("<b>{dataset}</b>: inputs {inputs}, outputs {outputs}.").format(
                dataset=escape(dataset_title(after.dataset.name)),
                inputs=spec.sizes[0],
                outputs=spec.sizes[-1],
            )
        ]
        if spec.loss != before.network.loss:
            parts.append(self._loss_sentence(after))
        offers: tuple[Offer, ...] = ()
        entry = DATASETS.get(after.dataset.name)
        if entry is not None and edits.use_proposal(after) != after:
            parts.append(self._proposal_sentence(entry.proposal, after))
            offers = (Offer("useProposal", self.tr("Use proposed settings"), self._use_proposal),)
        self._notice.tell(" ".join(parts), offers)

    def _loss_sentence(self, project: Project) -> str:
        return self.tr("The output is now {activation}, the loss {loss}.").format(
            activation=title(project.network.activations[-1]), loss=title(project.network.loss)
        )

    def _proposal_sentence(self, proposal: Proposal, project: Project) -> str:
        wishes = []
        if proposal.standardise:
            low, high = float(project.x.min()), float(project.x.max())
            wishes.append(
                self.tr("standardised inputs (now {low} to {high})").format(
                    low=format_compact(low, 2), high=format_compact(high, 2)
                )
            )
        if proposal.hidden:
            one = self.tr("one hidden layer of {sizes} nodes ({activation})")
            more = self.tr("{count} hidden layers of {sizes} nodes ({activation})")
            wishes.append(
                (one if len(proposal.hidden) == 1 else more).format(
                    count=len(proposal.hidden),
                    sizes=", ".join(map(str, proposal.hidden)),
                    activation=title(proposal.activation),
                )
            )
        batch = proposal.batch_size
        wishes.append(f"η = {proposal.learning_rate:g}")
        wishes.append(
            self.tr("all samples in a batch")
            if batch is None
            else self.tr("batches of {size}").format(size=batch)
        )
        wishes.append(self.tr("about {epochs} epochs").format(epochs=proposal.epochs))
        return self.tr("Proposed: {list}.").format(list=", ".join(wishes))

    def _use_proposal(self) -> None:
        self._parts.controller.edit(edits.use_proposal, self.tr("Use proposed settings"))

    def _tell_loss(self, before: Project, after: Project) -> None:
        sentence = self._loss_sentence(after)
        if len(before.progress.curves):
            sentence += " " + self.tr(
                "Values of different losses cannot be compared, so the loss curve starts anew."
            )
        self._notice.tell(sentence)

    @Slot(object)
    def _on_refused(self, error: EditError | BlockError) -> None:
        self._tell(Announcer._tell_refusal, error)

    def _tell_refusal(self, error: EditError | BlockError) -> None:
        told = block_error(error) if isinstance(error, BlockError) else edit_error(error)
        self._notice.tell(told)

    # A run that goes on, and its end

    @Slot()
    def _on_reading_changed(self) -> None:
        view = self._parts.view_state
        before, self._visiting = self._visiting, view.visiting
        if before and not self._visiting and self._parts.session.running:
            self._tell(Announcer._tell_overtaken_visit, view.reading.epoch)

    def _tell_overtaken_visit(self, epoch: int) -> None:
        text = self.tr(
            "Training went on from epoch {epoch}, the newest. “Continue from here” goes on from "
            "an epoch that is visited."
        )
        self._notice.tell(text.format(epoch=grouped(epoch)))

    @Slot(object)
    def _on_diverged(self, facts: Facts) -> None:
        self._tell(Announcer._tell_finding, diagnose(facts)[:1], 0, facts.project.progress.epoch)

    @Slot(object)
    def _on_training_ended(self, end: TrainEnded) -> None:
        if end.outcome is Outcome.FAILED:
            self._tell(Announcer._tell_failure, end.details)
            return
        if end.reason is not None:
            self._tell(Announcer._tell_reason, end.reason)
            return
        facts = self._watch.facts_at_end(end)
        findings = () if facts is None else diagnose(facts)
        if findings:
            self._tell(Announcer._tell_finding, findings[:1], 0, end.state.epoch)

    def _tell_reason(self, reason: StopReason) -> None:
        offer = Offer(
            "trainOn",
            self.tr("Go on without this rule"),
            lambda: self._train_on(reason.rule),
        )
        self._notice.tell(stop_reason(reason), (offer,))

    def _train_on(self, rule: str) -> None:
        controller = self._parts.controller
        controller.change_stop_rule(self.tr("Drop stop rule"), rule, on=False)
        controller.run()

    def _tell_failure(self, details: str) -> None:
        self._notice.tell(
            self.tr(
                "Training stopped because of an error in nnsim. The parameters are those of "
                "the last finished epoch."
            ),
            (Offer("showDetails", self.tr("Details…"), lambda: self._details(details)),),
        )

    def _details(self, details: str) -> None:
        show_details(self._notice.window(), self.tr("Training stopped"), details)

    # Why it does not learn

    def diagnose(self) -> None:
        """Tell every reason that is found, one after the other, or that there is none."""
        facts = self._watch.facts()
        findings = diagnose(facts)
        if findings:
            self._tell(Announcer._tell_finding, findings, 0, facts.project.progress.epoch)
        else:
            self._tell(Announcer._tell_health, health(facts))

    def _tell_health(self, facts: Health) -> None:
        self._notice.tell(health_text(facts))

    def _tell_finding(self, findings: tuple[Finding, ...], place: int, epoch: int) -> None:
        """One of the findings in a project at an epoch, with a button for each of its remedies."""
        finding = findings[place]
        offers = [self._remedy_offer(remedy, epoch) for remedy in finding.remedies]
        if len(findings) > 1:
            text = self.tr("Next reason ({place} of {count})").format(
                place=place + 1, count=len(findings)
            )
            following = (place + 1) % len(findings)
            offers.append(
                Offer(
                    "nextFinding",
                    text,
                    lambda: self._tell(Announcer._tell_finding, findings, following, epoch),
                )
            )
        self._notice.tell(sentence(finding), tuple(offers))

    def _remedy_offer(self, remedy: Remedy, epoch: int) -> Offer:
        text = remedy_text(remedy, epoch)
        return Offer(
            remedy_name(remedy), text, lambda: self._parts.controller.edit(remedy.apply, text)
        )

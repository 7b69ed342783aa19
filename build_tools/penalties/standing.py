"""What holds where the reader of a 款 stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.model.penalty import Branch, Gain, Modality, Subject
from build_tools.penalties.drafts import Place

MAY = re.compile(r"可以|(?<![许认])可(?=由|处|并|给|责|吊|暂|没|单|酌|视|依|对|从|予|按|取|降|撤|\Z)")
_SHALL = re.compile("应当|必须")
PLUS = re.compile("(?<!合)并(?!购|网|且不|不)|同时(?!具|建议)")


@dataclass(slots=True)
class Standing:
    """Authority, branch, subject and manner. 例: behind 情節嚴重的，對單位 the branch is serious, the subject unit."""

    authority: Place | None = None
    stated: bool = False
    conduct: Place | None = None
    cond: tuple[Branch, ...] = ()
    cond_all: bool = False
    cond_at: Place | None = None
    gain: Gain | None = None
    gain_at: Place | None = None
    gain_of: str = ""
    subject: Subject = Subject.VIOLATOR
    subject_at: Place | None = None
    modality: Modality = Modality.SHALL
    cumulative: bool = False
    before: tuple[tuple[Branch, ...], bool, Place | None] = ((), False, None)
    """The branch of the limb before, if a test on the gain stood in it: the next test may go on in that branch."""
    may_here: bool = False
    plus_here: bool = False
    """可以, 并 stand in the words before this very measure."""
    alone: tuple[Subject, Place | None] | None = None
    """On whom every measure of the sentence has fallen so far, if on one apart from the offender."""

    lender: Place | None = None
    """Who decides again from the next limb on, where a case was only handed to another body: 移送公安機關拘留."""
    fresh: bool = True
    """No measure of the sentence has been read yet."""
    subject_here: bool = False
    """對…… stands in the words before this very measure."""
    lead: tuple[bool, bool] = (False, False)
    """可以, 并 directly before the first of several 對A處……，對B處…… hold for all of them."""
    split: bool = False
    """The limb has told 單位 and 個人 apart."""

    def begin_sentence(self) -> None:
        """。: nobody who was named before decides or is meant any more."""
        self.authority = self.lender = self.alone = None
        self.fresh = True
        self.begin_limb()

    def begin_limb(self) -> None:
        """；: back to the base case and to whom the provision addresses."""
        self.before = (self.cond, self.cond_all, self.cond_at) if self.gain else ((), False, None)
        self.cond, self.cond_all, self.cond_at = (), False, None
        self.gain, self.gain_at = None, None
        self.subject, self.subject_at = Subject.VIOLATOR, None
        self.modality, self.cumulative = Modality.SHALL, False
        self.stated = self.split = False
        if self.lender:
            self.authority, self.lender = self.lender, None

    def begin_gap(self, *, listed: bool) -> None:
        """The words before the next measure begin; ``listed``: it goes on in the list of the one before."""
        self.may_here = self.plus_here = False
        if not listed:
            self.cumulative = False
            if not self.subject_here:
                self.lead = (False, False)
            self.subject_here = False

    def falls_on(self, subject: Subject, at: Place | None, lead: str) -> None:
        """A subject is named; ``lead`` are the words before its 對: 并可以對單位處……，對個人處……."""
        may, plus = MAY.search(lead) is not None, PLUS.search(lead) is not None
        if may or plus:
            self.lead = (may, plus)
        self.split = self.split or {self.subject, subject} == {Subject.UNIT, Subject.INDIVIDUAL}
        self.modality = Modality.MAY if self.may_here or self.lead[0] else Modality.SHALL
        self.cumulative = self.plus_here or self.lead[1]
        self.subject, self.subject_at, self.subject_here = subject, at, True
        self.gain, self.gain_at = None, None

    def modal(self, words: str) -> None:
        """可以, 應當 and 并 among the words before a measure."""
        if _SHALL.search(words):
            self.modality = Modality.SHALL
        if MAY.search(words):
            self.modality, self.may_here = Modality.MAY, True
        if PLUS.search(words):
            self.cumulative = self.plus_here = True

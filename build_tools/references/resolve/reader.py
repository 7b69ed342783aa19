"""Resolves the citations of a line one after another: which law each belongs to, and what it means there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from build_tools.model.reference import Anaphor, Citation, Doubt, Lead, Unit
from build_tools.model.target import Target
from build_tools.references.resolve.addresses import shared_head, stretch, walk
from build_tools.references.resolve.antecedents import antecedents
from build_tools.references.resolve.elliptical import EllipticalReader
from build_tools.references.resolve.law_index import Outline, own_annex, own_title
from build_tools.references.resolve.line_context import LineKind, Reading, Thread, is_elliptical

#: Titles too general to name a law outside the text that defined them: 《解释》第五条, 以下简称条例.
GENERAL_TITLES = frozenset(
    {"法", "法典", "条例", "办法", "规定", "细则", "规则", "决定", "解释",
     "章程", "准则", "通知", "意见", "纪要", "公约", "协定"}
)  # fmt: skip


@dataclass(slots=True)
class Reader:
    """Reads the citations of one document against its outline, line by line in document order."""

    outline: Outline
    aliases: dict[str, str]
    """Short names that the document defines, with the law each stands for."""
    elliptical: EllipticalReader = field(init=False)
    amended: str | None = field(init=False)
    """The law that an amending text speaks of at this point; None if the text amends none."""
    chapter: Target | None = None
    """The chapter of another law that was cited last."""

    def __post_init__(self) -> None:
        self.amended = self.outline.amends
        self.elliptical = EllipticalReader(self.outline)

    def read(self, citation: Citation, thread: Thread) -> Reading | None:
        """What the citation means where it stands; None if it is no reference after all."""
        thread.turn(citation)
        reading = None if self._belongs_elsewhere(citation, thread) else self._read(citation, thread)
        if reading is not None and citation.doubt in (Doubt.UNIT_ORDER, Doubt.RANGE_UNCLEAR):
            reading = replace(reading, places=(), doubt=citation.doubt)
        thread.take(citation, reading)
        self.elliptical.note(reading, thread)
        return reading

    def _read(self, citation: Citation, thread: Thread) -> Reading | None:
        if citation.lead is Lead.LAW:
            return self._named(citation, thread)
        if citation.lead is Lead.OWN:
            return self._own(citation, thread)
        if citation.lead is Lead.THAT:
            return self._of_law(citation, thread.other, thread)
        if citation.lead is Lead.OTHER:
            return self._of_law(citation, self.aliases.get(citation.law), thread)
        if citation.anaphor is not Anaphor.NONE:
            return self._pointing(citation, thread)
        if citation.joined and thread.before is not None and not thread.before.whole_law:
            return self._listed(citation, thread, thread.before)
        return self._bare(citation, thread)

    def _belongs_elsewhere(self, citation: Citation, thread: Thread) -> bool:
        """The label of an article; words quoted from another law, or put into one: they cite from there."""
        if citation.label and not thread.prose:
            return True
        if not citation.quoted:
            return False
        if citation.quoted == "new" or self.amended is not None:
            return True
        if citation.lead is Lead.LAW:
            return False
        if citation.anaphor is not Anaphor.NONE or is_elliptical(citation):
            return True
        return thread.law is not None and thread.cited

    def _named(self, citation: Citation, thread: Thread) -> Reading | None:
        """《刑法》, 《刑法》第…条; this law's own title with an article means this law."""
        law = citation.law
        if own_title(self.outline, citation.title) or law in self.outline.names:
            old = citation.doubt is Doubt.OTHER_EDITION
            if old:
                return Reading(citation, () if citation.path else (Target(law),), law, citation.doubt)
            return self._found(citation, Target(), thread) if citation.path else None
        if own_annex(self.outline, citation.title):
            return None
        if law in GENERAL_TITLES:
            return Reading(citation, (), law, Doubt.UNKNOWN_LAW) if citation.path else None
        if self.outline.amends == "":
            self.amended = law
        if citation.doubt is Doubt.OTHER_EDITION:
            citation = replace(citation, doubt=None)
        if not citation.path:
            return Reading(citation, (Target(law),), law, citation.doubt)
        return self._found(citation, Target(law), thread)

    def _own(self, citation: Citation, thread: Thread) -> Reading | None:
        """本法第十四条; in implementing rules 本法 may be the law that they implement."""
        word = citation.law.replace("《", "").replace("》", "")
        meant = self.aliases.get(word)
        if meant is not None and meant not in self.outline.names:
            return self._found(citation, Target(meant), thread)
        ends = tuple(self.outline.own_words)
        draft = not word.startswith("本") or word.endswith(("草案", "稿"))
        if draft or not ends or word.endswith(ends) or (word == "本法" and "法典" in ends):
            return self._found(citation, Target(), thread)
        parent = self.outline.implements or self.outline.amends
        if parent and word == "本法":
            return self._found(citation, Target(parent), thread, Doubt.PARENT_LAW)
        if thread.kind is LineKind.ANNEX:
            return None
        return self._found(citation, Target(), thread, Doubt.SELF_NAME)

    def _of_law(self, citation: Citation, law: str | None, thread: Thread) -> Reading | None:
        """该法第五条, 条例第四条: of the law that was named or defined; unclear if there was none."""
        if law is not None:
            return self._found(citation, Target(law), thread)
        said = thread.kind is LineKind.LAW or (citation.lead is Lead.OTHER and thread.prose)
        return Reading(citation, (), None, Doubt.UNKNOWN_LAW) if said else None

    def _pointing(self, citation: Citation, thread: Thread) -> Reading | None:
        """前款, 前两款, 本条第二款, 本章, 该条."""
        places = antecedents(self.outline, thread, citation)
        if places is None:
            return None
        if not places:
            return Reading(citation, (), None, Doubt.NO_ANTECEDENT)
        if not citation.path:
            return Reading(citation, places, places[0].law, citation.doubt)
        if len(places) > 1:
            return Reading(citation, (), None, Doubt.AMBIGUOUS)
        return self._found(citation, places[0], thread)

    def _listed(self, citation: Citation, thread: Thread, before: Reading) -> Reading | None:
        """第二款 in 第十七条第一款、第二款: shares the head of the member before."""
        top = citation.path[0].unit
        if before.doubt is Doubt.UNKNOWN_LAW or (not before.places and top.rank > Unit.ARTICLE.rank):
            # The head is not to be had, so neither is the rest of the list.
            return Reading(citation, (), before.law, before.doubt)
        start = shared_head(self.outline, before.places[-1], top) if before.places else Target(before.law)
        return self._bare(citation, thread) if start is None else self._found(citation, start, thread)

    def _bare(self, citation: Citation, thread: Thread) -> Reading | None:
        """第十四条, 第二章 or 第二款 with nothing before it."""
        if thread.kind is LineKind.ANNEX:
            return None
        if is_elliptical(citation):
            return self.elliptical.read(citation, thread, amending=self.amended is not None)
        if self.amended is not None:
            law = thread.law or self.amended
            return self._found(citation, self._amended_start(citation, law), thread) if law else None
        if thread.law is not None:
            return self._after_other_law(citation, thread, thread.law)
        if not self.outline.articles:
            return None
        if thread.prose and thread.carried and citation.opens:
            # 《网络安全法》第二十四条规定…。第六十一条规定…: whose, people know who know both laws.
            return Reading(citation, (), None, Doubt.UNKNOWN_LAW)
        start = Target()
        if citation.path[0].unit is Unit.SECTION:
            # 第二节 alone is of the chapter in which it is said.
            above = self.outline.above(thread.heading)
            start = next((Target(heading=h.id) for h in above if h.unit is Unit.CHAPTER), start)
        return self._found(citation, start, thread)

    def _after_other_law(self, citation: Citation, thread: Thread, law: str) -> Reading | None:
        """第四十一条 in a sentence that has spoken of another law: 《宪法》第三十五条规定…；第四十一条规定…."""
        same_clause = citation.clause == thread.clause
        if citation.quoted:
            return self._found(citation, Target(law), thread)
        if thread.cited and (citation.opens or same_clause):
            could_be_own = bool(walk(self.outline, Target(), citation.path).places)
            sure = not could_be_own or (citation.opens and same_clause)
            return self._found(citation, Target(law), thread, None if sure else Doubt.LAW_CARRIED)
        if thread.cited or same_clause:
            return Reading(citation, (), None, Doubt.UNKNOWN_LAW)
        return self._found(citation, Target(), thread)

    def _amended_start(self, citation: Citation, law: str) -> Target:
        """第七节 in an amending text is of the chapter that it spoke of last."""
        section = citation.path[0].unit is Unit.SECTION
        known = section and self.chapter is not None and self.chapter.law == law
        return self.chapter if known and self.chapter else Target(law)

    def _found(
        self, citation: Citation, start: Target, thread: Thread, doubt: Doubt | None = None
    ) -> Reading:
        """The reading of a citation whose head is known."""
        found = stretch(self.outline, start, citation.path, citation.until, prose=thread.prose)
        if start.law is not None and citation.path[0].unit is Unit.CHAPTER and found.places:
            self.chapter = found.places[0]
        return Reading(citation, found.places, start.law, found.doubt or citation.doubt or doubt)

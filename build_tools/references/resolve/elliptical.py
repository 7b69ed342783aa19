"""第二款 and 第三项 without an article: of what was cited before, or of the article in which they stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from build_tools.model.ids import ProvisionId
from build_tools.model.reference import Citation, Doubt, Unit
from build_tools.model.target import Target
from build_tools.references.resolve.addresses import enclosing, shared_head, stretch
from build_tools.references.resolve.law_index import Outline
from build_tools.references.resolve.line_context import LineKind, Reading, Thread


@dataclass(slots=True)
class EllipticalReader:
    """Determines the article of a bare 款 or 项; remembers what each 款 cites, for the 项 below it."""

    outline: Outline
    cited: dict[ProvisionId, list[Target]] = field(default_factory=dict)
    """What each 款 cites of this law outside itself."""

    def note(self, reading: Reading | None, thread: Thread) -> None:
        """Remember what a 款 cites: 违反本条例第二十条规定的，…：（一）违反第一项规定的，…."""
        here = thread.context
        if reading is None or here is None or here.item or thread.kind is not LineKind.LAW:
            return
        for place in reading.places[-1:]:
            if place.law is None and place.provision is not None and not here.contains(place.provision):
                self.cited.setdefault(here, []).append(place)

    def read(self, citation: Citation, thread: Thread, *, amending: bool) -> Reading | None:
        """The reading of a bare 款, 项 or 目; None if it is a plain count, or its article cannot be determined.

        What the sentence cited last comes first if it names this level (第一款… 第二款…); else this article's own; if
        both fit, neither is taken. Where the article has none, what the line or the 款 above cited.
        """
        own = None if amending else self._own(citation, thread)
        said = self._of(citation, thread.last, thread)
        if said is not None and thread.last is not None:
            named = enclosing(thread.last, citation.path[0].unit) is not None
            if named or own is None or own.places == said.places or thread.prose:
                carried = said.law is not None and not named and not amending
                return replace(said, doubt=said.doubt or (Doubt.LAW_CARRIED if carried else None))
            return Reading(citation, (), None, Doubt.AMBIGUOUS)
        if own is not None:
            return own
        for place in (thread.last_in_line, *self._above(thread)):
            said = self._of(citation, place, thread)
            if said is not None:
                return said
        if thread.context is None or amending or citation.loose or thread.prose:
            return None
        return Reading(citation, (), None, Doubt.TARGET_MISSING)

    def _of(self, citation: Citation, place: Target | None, thread: Thread) -> Reading | None:
        """The 款 or 项 of a provision that was cited before; None if it has none such."""
        if place is None or place.provision is None:
            return None
        start = shared_head(self.outline, place, citation.path[0].unit) or place
        found = stretch(self.outline, start, citation.path, citation.until, prose=thread.prose)
        if not found.places:
            return None
        return Reading(citation, found.places, start.law, citation.doubt or found.doubt)

    def _own(self, citation: Citation, thread: Thread) -> Reading | None:
        """The 款 or 项 of the article itself, never the one that says it; for an 项, of what its 款 cites."""
        here = thread.context
        if here is None:
            return None
        if here.item:
            for place in self._above(thread):
                said = self._of(citation, place, thread)
                if said is not None:
                    return said
        for start in self._starts(citation.path[0].unit, here):
            found = stretch(self.outline, start, citation.path, citation.until, prose=thread.prose)
            around = any(p.provision is not None and p.provision.contains(here) for p in found.places)
            if found.places and (thread.prose or not around):
                return Reading(citation, found.places, None, citation.doubt or found.doubt)
        return None

    def _above(self, thread: Thread) -> list[Target]:
        """What the 款 of this 项, or the 款 before this one, cites: the only article there, if it is only one."""
        here = thread.context
        if here is None or thread.kind is not LineKind.LAW:
            return []
        numbers = (here.paragraph, here.paragraph - 1) if here.item else (here.paragraph - 1,)
        known = (self.cited.get(ProvisionId(here.article, n), []) for n in numbers)
        places = next((p for p in known if p), [])
        articles = {p.provision.article for p in places if p.provision}
        return places[-1:] if len(articles) == 1 else []

    def _starts(self, top: Unit, here: ProvisionId) -> list[Target]:
        """Where a bare 款, 项 or 目 of this article may hang, the nearest first."""
        article = ProvisionId(here.article)
        if top is Unit.PARAGRAPH:
            return [Target(provision=article)]
        if top is Unit.SUBITEM:
            return [Target(provision=replace(here, subitem=0, division=0))] if here.item else []
        known = self.outline.below(article)
        own = ProvisionId(here.article, here.paragraph)
        holders = [own, *reversed([p for p in known if p < own])] if here.paragraph else list(known)
        return [Target(provision=p) for p in holders if self.outline.below(p)]

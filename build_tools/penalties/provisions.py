"""What a 款 says apart from its measures: whom it addresses, what is violated, on which precondition."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from build_tools.model.ids import ProvisionId
from build_tools.model.penalty import Duty, NamedBy, Passage, PenaltyItem, PenaltyProvision
from build_tools.model.reference import Reference
from build_tools.model.target import Target
from build_tools.penalties.bearers import Words
from build_tools.penalties.lines import Line
from build_tools.penalties.named_duties import duties_of_line, paragraphs_above

_PRECONDITION = re.compile("尚(?:不|未)构成(?:[^,;。]{0,8})?犯罪|不构成犯罪|尚不够刑事处罚")
_ACTOR = re.compile(
    r"(?P<actor>[^,;。:]{2,60}?)(?=有下列|违反|未按|未取得|未依|未经|未在|不按|不履行|擅自|有前款|,?(?:有关)?(?:主管)?部门可以)"
)
_CHAPTER = re.compile("[章節节]")
#: 違反前款規定 is taken at its word where it stands beside what an office failed to do.
_TAKEN = re.compile("(?:部门|机关|机构)违反前款规定")
_NO_ACTOR = re.compile("违反|有|未|不|擅自|以|在|伪造|利用|因|由|依照|按照|构成|非法|为|将|对(?!上述)")


class Provisions:
    """The provisions of one article, each made when it is first asked for."""

    def __init__(
        self,
        paragraphs: Sequence[Sequence[Line]],
        references: Mapping[str, Sequence[Reference]],
        punishing: Container[int],
        chapters: Mapping[str, Sequence[ProvisionId]],
    ) -> None:
        """``punishing`` are the 款 that hold measures, ``chapters`` the articles below each heading."""
        self._lines = {lines[0].at.paragraph: lines for lines in paragraphs}
        self._references = references
        self._punishing, self._chapters = punishing, chapters
        self._made: dict[int, PenaltyProvision] = {}

    def of(self, paragraph: int) -> PenaltyProvision:
        """That of 款 ``paragraph``. 例: 單位有前款行為的 takes over what the 款 before names."""
        if paragraph not in self._made:
            self._made[paragraph] = self._make(self._lines[paragraph])
        return self._made[paragraph]

    def _make(self, lines: Sequence[Line]) -> PenaltyProvision:
        head = lines[0]
        own = self._duties(head)
        items = tuple(PenaltyItem(at=line.at, duties=self._duties(line)) for line in lines[1:])
        named = NamedBy.NAMED if own else NamedBy.ITEMS if any(i.duties for i in items) else NamedBy.NONE
        if named is NamedBy.NAMED and all(_CHAPTER.search(duty.words.text) for duty in own):
            named = NamedBy.CHAPTER
        if named is NamedBy.NONE:
            own = self._above(head)
            named = NamedBy.REFERENCE if own else NamedBy.NONE
        return PenaltyProvision(
            at=head.at, actor=_actor(head), duties=own, named_by=named,
            precondition=_precondition(head), items=items,
        )  # fmt: skip

    def _duties(self, line: Line) -> tuple[Duty, ...]:
        found: list[Duty] = []
        for duty in duties_of_line(line, self._references.get(str(line.at), ())):
            own = duty.target.provision
            if duty.target.heading:
                found += [
                    replace(duty, target=Target(provision=a))
                    for a in self._chapters.get(duty.target.heading, ())
                ]
            elif own is None or own.article != line.at.article:
                found.append(duty)
            elif own.paragraph and (own.paragraph not in self._punishing or _TAKEN.search(line.text)):
                found.append(duty)  # 違反前款規定, where that 款 holds the duty
        return tuple(dict.fromkeys(found))

    def _above(self, head: Line) -> tuple[Duty, ...]:
        numbers = paragraphs_above(head.text, head.at.paragraph)
        above = [self.of(number) for number in numbers if number in self._lines]
        return tuple(dict.fromkeys(duty for provision in above for duty in provision.all_duties()))


def _actor(line: Line) -> Passage | None:
    found = None if _NO_ACTOR.match(line.text) else _ACTOR.match(line.text)
    if found is None or found["actor"].endswith("对"):  # 主管部門對違反本法規定的行為 addresses the office
        return None
    start = 1 if line.text.startswith("对") else 0
    return line.passage(Words(start, found.end("actor"))) if found.end("actor") > start else None


def _precondition(line: Line) -> Passage | None:
    found = _PRECONDITION.search(line.text)
    return line.passage(Words(*found.span())) if found else None

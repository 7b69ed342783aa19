"""The other script, unit by unit, and the folding that comparison stands on."""

from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.source import SourceFile, Span
from build_tools.model.variant import Script
from build_tools.text.script import character_pairs, convert, fold_script
from build_tools.variants.convert import make_variants

SEED = "第十二條 任何個人和組織辦理互聯網信息發布、即時通訊等服務,應當提供真實身份信息:"


def _source(text: str) -> SourceFile:
    return SourceFile.of_text("law/edition", "law.txt", text)


def test_a_unit_in_both_scripts() -> None:
    """Shown with full-width marks, converted, aligned; the source itself is untouched."""
    source = _source(SEED)
    span = Span(source.id, 5, len(SEED))
    variants = make_variants(source, [span], Script.HANT, punctuation=True)
    unit = variants.units[span]
    assert unit.shown == "任何個人和組織辦理互聯網信息發布、即時通訊等服務，應當提供真實身份信息："
    assert unit.text == "任何个人和组织办理互联网信息发布、即时通讯等服务，应当提供真实身份信息："
    assert (unit.script, unit.rule) == (Script.HANS, "t2s")
    assert unit.text[slice(*unit.offsets.map_span(7, 12))] == "办理互联网"


def test_display_form_can_be_off() -> None:
    """Without the manifest's word each mark stays as received."""
    source = _source(SEED)
    span = Span(source.id, 0, len(SEED))
    unit = make_variants(source, [span], Script.HANT, punctuation=False).units[span]
    assert unit.shown == SEED
    assert "," in unit.text


def test_simplified_source_is_given_in_traditional() -> None:
    """覆 and 复, 发 and 發: the phrase decides."""
    text = "头发与发布，复核与覆盖"
    source = _source(text)
    span = Span(source.id, 0, len(text))
    unit = make_variants(source, [span], Script.HANS, punctuation=False).units[span]
    assert unit.text == "頭髮與發佈，複核與覆蓋"
    assert unit.rule == "s2tw"


@given(st.text("發髮后後裏里麵面乾干幹瞭了著范圍甲,(（\u3000 a1😀", max_size=40))
def test_units_keep_their_text(text: str) -> None:
    """Shown text has the source's length; the map runs from end to end of both texts."""
    source = _source(text)
    span = Span(source.id, 0, len(text))
    for script in Script:
        unit = make_variants(source, [span], script, punctuation=True).units[span]
        assert len(unit.shown) == len(text)
        assert unit.offsets.map(0) == 0
        assert unit.offsets.map(len(text)) == len(unit.text)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=60))
def test_folding_keeps_the_length(text: str) -> None:
    """One character for one character, and folding twice changes nothing more."""
    folded = fold_script(text)
    assert len(folded) == len(text)
    assert fold_script(folded) == folded


def test_spellings_of_one_word_fold_to_one() -> None:
    """範圍, 范圍 and 范围 meet; so do both scripts of a whole sentence."""
    assert fold_script("範圍") == fold_script("范圍") == "范围"
    assert fold_script(convert(fold_script(SEED), "s2tw")) == fold_script(SEED)


def test_no_pair_maps_to_a_character_that_folds_further() -> None:
    """The table is flat."""
    pairs = character_pairs()
    assert len(pairs) > 5000
    assert not [a for a, b in pairs.items() if b in pairs]

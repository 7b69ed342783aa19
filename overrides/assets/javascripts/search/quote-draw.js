"use strict";
/**
 * Draws the answer of the quote verifier: the verdict, where the words stand, what differs, and what is not claimed.
 *
 * @typedef {import("./quote.js").Answer} Answer
 * @typedef {import("./quote.js").Compared} Compared
 * @typedef {import("./quote-lines.js").Stretch} Stretch
 * @typedef {import("./quote-cite.js").Say} Say
 * @typedef {import("./shard.js").Script} Script
 *
 * @typedef {object} Setting
 * @property {Document} document
 * @property {Say} say
 * @property {Script} script of the tree
 * @property {{base: string, tree: string, isFile: boolean}} site
 * @property {(index: import("./shard.js").Index) => string[]} names
 * @property {boolean} several whether the site has several laws, so that they must be named
 * @property {boolean} waiting whether laws are still coming
 */
(() => {
  const shared = typeof module === "undefined" ? self.duizhao : null;
  /** @type {typeof import("./quote-rows.js")} */
  const { make, drawColumns, drawChanges, drawUncounted } = shared ?? require("./quote-rows.js");
  /** @type {typeof import("./quote-cite.js")} */
  const { placeOf, nameOf, titleOf, addressOf } = shared ?? require("./quote-cite.js");
  /** @type {typeof import("./quote-lines.js")} */
  const { linesOf, wordsOf } = shared ?? require("./quote-lines.js");
  /** The verdicts that say that the words are the law's. */
  const FOUND = ["exact", "folded", "joined"];

  /**
   * @param {Answer} answer
   * @param {Setting} setting
   * @returns {{nodes: Node[], said: string}} `said` is the verdict in words
   */
  function drawAnswer(answer, setting) {
    const said = headingOf(answer, setting);
    const isOpen = answer.verdict === "absent" && setting.waiting;
    const isPatched = answer.verdict === "joined" && joinOf(answer) === "joined-gap";
    const tone = isOpen || isPatched ? "" : FOUND.includes(answer.verdict) ? "verify-good" : "verify-bad";
    const heading = make(setting.document, "h2", tone, said);
    const draw = { exact: drawSource, folded: drawSource, differs: drawNearest, joined: drawParts, absent: drawAbsent };
    const verdict = /** @type {keyof typeof draw} */ (answer.verdict);
    return { said, nodes: draw[verdict](answer, setting, heading) };
  }

  /**
   * @param {Answer} answer
   * @param {Setting} setting
   */
  function headingOf({ verdict, places }, { say, waiting }) {
    if (verdict === "differs") {
      const changes = places[0]?.alignment.blocks.filter(({ kind }) => kind === "change").length ?? 0;
      return say("differs", { places: changes, n: places[0]?.edits ?? 0 });
    }
    if (verdict === "joined") {
      return say(joinOf({ places }), { n: places.length });
    }
    return say(verdict === "absent" && waiting ? "waiting" : verdict);
  }

  /**
   * Parts that follow one another, or with omissions that are shown, or put together from here and there.
   *
   * @param {Pick<Answer, "places">} answer
   */
  function joinOf({ places: [, ...rest] }) {
    const isTold = rest.every(({ omitted, follows }) => omitted || follows);
    return !isTold ? "joined-gap" : rest.some(({ omitted }) => omitted) ? "joined-omission" : "joined";
  }

  /**
   * @param {Answer} answer
   * @param {Setting} setting
   * @param {HTMLElement} heading
   */
  function drawSource(answer, setting, heading) {
    const { document, say } = setting;
    const [first] = answer.places;
    const count = answer.places.length + answer.more;
    const length = characters(first?.alignment.quote.text ?? "");
    const top = make(document, "div", "verify-verdict", heading, ...(count > 1 ? [] : [linkLine(setting, "source", first)]), make(document, "span", "soft", say("length", { n: length })));
    const list = count > 1 ? [placeList(setting, "sources", answer.places, answer.more, count)] : [];
    return [top, ...labelLine(answer, setting), ...list, ...(first ? [drawColumns(pen(setting), first)] : []), ...drawUncounted(pen(setting), first ? [first] : []), ...derivedLine(setting, first)];
  }

  /**
   * @param {Answer} answer
   * @param {Setting} setting
   * @param {HTMLElement} heading
   */
  function drawNearest(answer, setting, heading) {
    const { document, say } = setting;
    const first = /** @type {Compared} */ (answer.places[0]);
    const length = characters(first.alignment.quote.text);
    const same = first.alignment.blocks.reduce((sum, { kind, quote }) => sum + (kind === "same" ? quote[1] - quote[0] : 0), 0);
    const facts = make(document, "span", "soft", say("same", { n: Math.max(length, same), same }));
    const others = answer.places.length > 1 ? [placeList(setting, "nearest-many", answer.places, 0, answer.places.length)] : [];
    const top = make(document, "div", "verify-verdict", heading, ...(others.length ? [] : [linkLine(setting, "nearest", first)]), facts);
    return [top, ...labelLine(answer, setting), ...others, drawColumns(pen(setting), first), drawChanges(pen(setting), first), ...drawUncounted(pen(setting), [first]), ...derivedLine(setting, first), ...elsewhere(answer, setting)];
  }

  /**
   * @param {Answer} answer
   * @param {Setting} setting
   * @param {HTMLElement} heading
   */
  function drawParts(answer, setting, heading) {
    const { document, say } = setting;
    const parts = answer.places.map((place, i) => {
      const how = i ? make(document, "span", place.follows || place.omitted ? "soft" : "verify-apart", say(place.follows ? "follows" : place.omitted ? "omitted" : "apart")) : "";
      const top = make(document, "p", "verify-part", make(document, "span", "verify-number", String(i + 1)), linkTo(setting, place.at), how);
      return make(document, "li", "", top, drawColumns(pen(setting), place));
    });
    return [make(document, "div", "verify-verdict", heading), ...labelLine(answer, setting), make(document, "ol", "verify-parts", ...parts), ...drawUncounted(pen(setting), answer.places), ...derivedLine(setting, answer.places[0])];
  }

  /**
   * @param {Answer} answer
   * @param {Setting} setting
   * @param {HTMLElement} heading
   */
  function drawAbsent(answer, setting, heading) {
    const { document } = setting;
    const [near] = answer.places;
    const shown = near && !setting.waiting ? [make(document, "div", "verify-proposal", linkLine(setting, "proposal", near), quoted(setting, near.at))] : [];
    return [make(document, "div", "verify-verdict", heading), ...labelLine(answer, setting), ...elsewhere(answer, setting), ...shown];
  }

  /** @param {Setting} setting */
  function pen(setting) {
    const address = (/** @type {Compared} */ { at }) => addressOf(at, placeOf(at, setting.script), setting.site);
    return { document: setting.document, say: setting.say, address };
  }

  /**
   * @param {Setting} setting
   * @param {Stretch} at
   */
  function linkTo(setting, at) {
    const place = placeOf(at, setting.script);
    const law = setting.several ? `《${titleOf(at.index, setting.names(at.index), setting.script)}》` : "";
    const last = at.last > at.line ? placeOf({ ...at, line: at.last }, setting.script) : null;
    const until = last ? `—${nameOf(last, setting.say)}` : "";
    const link = make(setting.document, "a", "", law + nameOf(place, setting.say) + until);
    link.setAttribute("href", addressOf(at, place, setting.site));
    return link;
  }

  /**
   * @param {Setting} setting
   * @param {string} key
   * @param {Compared | undefined} place
   */
  function linkLine(setting, key, place) {
    return make(setting.document, "span", "verify-place", setting.say(key), ...(place ? [linkTo(setting, place.at)] : []));
  }

  /**
   * @param {Setting} setting
   * @param {string} key
   * @param {Compared[]} places
   * @param {number} more
   * @param {number} n
   */
  function placeList(setting, key, places, more, n) {
    const { document, say } = setting;
    const items = places.map(({ at }) => make(document, "li", "", linkTo(setting, at)));
    const rest = more ? [make(document, "li", "soft", say("more", { n: more }))] : [];
    return make(document, "div", "verify-places", make(document, "p", "", say(key, { n })), make(document, "ul", "", ...items, ...rest));
  }

  /**
   * @param {Answer} answer
   * @param {Setting} setting
   * @returns {Node[]}
   */
  function labelLine({ label, labelled, verdict }, { document, say }) {
    if (!label || !labelled) {
      return [];
    }
    const key = labelled !== "right" && verdict === "joined" ? "joined" : labelled;
    return [make(document, "p", `verify-label ${labelled === "right" ? "verify-good" : "verify-bad"}`, say(`label-${key}`, { label: label.text }))];
  }

  /**
   * @param {Setting} setting
   * @param {Compared | undefined} place
   * @returns {Node[]}
   */
  function derivedLine({ document, say }, place) {
    const doc = place ? place.at.index.docs[linesOf(place.at.index).doc[place.at.line] ?? 0] : undefined;
    const written = doc?.hans ? "Hans" : "Hant";
    return place && written !== place.at.script ? [make(document, "p", "verify-uncounted", say(`derived-${place.at.script}`))] : [];
  }

  /**
   * @param {Answer} answer
   * @param {Setting} setting
   * @returns {Node[]}
   */
  function elsewhere({ elsewhere: found }, setting) {
    const { document, say } = setting;
    const links = found.map((at) => make(document, "li", "", linkTo(setting, at)));
    return links.length ? [make(document, "div", "verify-places", make(document, "p", "", say("elsewhere")), make(document, "ul", "", ...links))] : [];
  }

  /**
   * @param {Setting} setting
   * @param {Stretch} at
   */
  function quoted({ document, script }, { index, line, last }) {
    const words = make(document, "blockquote", "verify-words", wordsOf({ index, line, last, script }));
    words.lang = script === "Hant" ? "zh-Hant" : "zh-Hans";
    return words;
  }

  /** @param {string} text without punctuation and blanks */
  function characters(text) {
    return (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
  }

  const exports = { drawAnswer };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();

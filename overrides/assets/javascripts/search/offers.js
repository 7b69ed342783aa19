"use strict";
/**
 * What is not a hit and must not look like one: that a law has no such article, that nothing was found, and what else
 * may be asked.
 *
 * @typedef {import("./engine.js").LawResult} LawResult
 * @typedef {import("./words.js").Setting} Setting
 *
 * @typedef {{kind: string, query: string, label: string}} Proposal
 */
(() => {
  /** Han characters from which on a text is taken for a quotation. */
  const QUOTATION = 25;
  /** Words that are named as not being there. */
  const MOST = 5;
  /** @type {typeof import("./words.js")} */
  const { say, unitWords } = typeof module === "undefined" ? self.duizhao : require("./words.js");
  /** @type {typeof import("./results.js")} */
  const { addressOf, asOption, element, sitePage, titleOf } =
    typeof module === "undefined" ? self.duizhao : require("./results.js");

  /**
   * Is it worth saying that a law has no such article? Of the law that is read, or that the query names, and of the
   * only law of a site; fifty others need not say it.
   *
   * @param {Setting} setting
   * @param {{query: string, first: string}} state
   * @param {LawResult} result
   */
  function isMissed({ engine, here }, { query, first }, { law, notices }) {
    return notices.length > 0 && (law === (first || here) || Boolean(engine.plan(query).citation?.name));
  }

  /**
   * 本法只有 68 條。 本法沒有「第五十七條之二」。 Each with what may be meant.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {{query: string, first: string}} state
   * @param {LawResult} result
   * @param {boolean} options
   * @returns {HTMLElement[]}
   */
  function drawNotices(document, setting, state, result, options) {
    const title = setting.engine.entry(result.law)?.title[setting.script === "Hans" ? 1 : 0] ?? "";
    const law = setting.here === result.law ? say(setting, "this-law") : `《${title}》`;
    return (isMissed(setting, state, result) ? result.notices : []).map((notice) => {
      const isBeyond = notice.kind === "beyond";
      const values = isBeyond ? { law, count: notice.count } : { law, wanted: articleName(setting, notice.article) };
      const line = element(document, "div", "search-notice");
      const offers = isBeyond ? [notice.last] : notice.offers;
      const more = offers.length ? say(setting, isBeyond ? "beyond-last" : "absent-offer") : "";
      line.append(element(document, "span", "", say(setting, notice.kind, values) + more));
      for (const hit of offers) {
        const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "", titleOf(setting, result, hit)));
        link.href = addressOf(setting, result, hit.page, hit.fragment, []);
        asOption(link, options);
        line.append(" ", link);
      }
      return line;
    });
  }

  /**
   * art-57-z2 as a law writes it: 第五十七條之二.
   *
   * @param {Setting} setting
   * @param {string} article
   */
  function articleName({ script }, article) {
    const [, number, insert] = /^art-(\d+)(?:-z(\d+))?$/.exec(article) ?? [];
    const write = self.duizhao.writeNumeral;
    const name = number ? `第${write(Number(number))}${script === "Hans" ? "条" : "條"}` : article;
    return insert ? `${name}之${write(Number(insert))}` : name;
  }

  /**
   * 沒有查得「翻牆 個人」, then what else may be asked, which is never counted.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {{query: string, looked: string[], left: string[]}} state of laws that are left nothing is denied
   * @param {Proposal[]} proposals
   * @param {boolean} titled whether it has to say what was not found
   * @returns {DocumentFragment}
   */
  function drawNothing(document, setting, { query, looked, left }, proposals, titled) {
    const all = document.createDocumentFragment();
    const isLost = (/** @type {string} */ word) => looked.every((law) => !setting.engine.search(word, law)?.parts.length);
    const lost = query.split(/\s+/).filter(isLost).slice(0, MOST);
    const why = left.length ? "" : say(setting, lost.length ? "none-one" : "none-lead", { query: lost.join(say(setting, "and")) });
    all.append(...(titled ? [element(document, "h2", "none-title", say(setting, "none-title", { query }))] : []));
    all.append(element(document, "p", "none-lead", why + (proposals.length ? say(setting, "proposals") : "")));
    if (proposals.length) {
      const list = element(document, "ul", "proposals");
      list.append(...proposals.map((one) => drawProposal(document, setting, one, looked)));
      all.append(list);
    }
    const note = element(document, "p", "search-notice is-open");
    const far = proposals.some((one) => one.kind === "wording");
    note.append(element(document, "span", "", far ? say(setting, "judge", { query }) : say(setting, "other-way")));
    const table = /** @type {HTMLAnchorElement} */ (element(document, "a", "", say(setting, "wording")));
    table.href = sitePage(setting, "wording");
    note.append(" ", table);
    all.append(note);
    return all;
  }

  /**
   * @param {Document} document
   * @param {Setting} setting
   * @param {Proposal} proposal
   * @param {string[]} looked laws in which it finds something
   */
  function drawProposal(document, setting, { kind, query, label }, looked) {
    const item = element(document, "li");
    const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "", query));
    link.href = sitePage(setting, "search", { q: query });
    link.dataset.ask = query;
    const middle = element(document, "span");
    middle.append(link, " ", element(document, "span", "hit-beside", label === query ? "" : label));
    const parts = looked.flatMap((law) => setting.engine.search(query, law)?.parts ?? []);
    item.append(
      element(document, "span", "proposal-kind", say(setting, `search.proposal.${kind}`)),
      middle,
      element(document, "span", "proposal-count", unitWords(setting, parts)),
    );
    return item;
  }

  /**
   * The way to the verifier, for a text that is long enough to be a quotation, or has several lines.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {string} query
   * @param {string} pasted what was pasted last; a field drops its line ends
   * @param {boolean} options
   * @returns {HTMLElement[]}
   */
  function drawQuotation(document, setting, query, pasted, options) {
    const text = query && pasted.replace(/[\r\n]/g, "").trim() === query ? pasted.trim() : query;
    if ((text.match(/\p{Script=Han}/gu) ?? []).length < QUOTATION && !/\n/.test(text)) {
      return [];
    }
    const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "hit hit-quote"));
    link.href = sitePage(setting, "verify", { q: text });
    const head = element(document, "span", "hit-head");
    head.append(element(document, "b", "", say(setting, "quote")), " ", element(document, "span", "hit-beside", say(setting, "quote-lead")));
    link.append(head);
    asOption(link, options);
    return [link];
  }

  /**
   * In the box: that there are laws that nobody has looked through yet, and the way to where they are.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {{query: string, left: string[]}} state
   * @returns {(HTMLElement | string)[]}
   */
  function tellLeft(document, setting, { query, left }) {
    const link = /** @type {HTMLAnchorElement} */ (element(document, "a", "", say(setting, "left-go")));
    link.href = sitePage(setting, "search", { q: query });
    return left.length ? [say(setting, "left", { n: left.length }), " ", link] : [];
  }

  /**
   * The laws that nobody has looked through yet, behind a button.
   *
   * @param {Document} document
   * @param {Setting} setting
   * @param {{left: string[]}} state
   * @param {() => void} onMore
   * @returns {HTMLElement[]}
   */
  function drawLeft(document, setting, { left }, onMore) {
    if (!left.length) {
      return [];
    }
    const button = element(document, "button", "search-more", say(setting, "more-laws", { n: left.length }));
    button.setAttribute("type", "button");
    button.addEventListener("click", () => {
      button.remove();
      onMore();
    });
    return [button];
  }

  const exports = { drawLeft, drawNotices, drawNothing, drawQuotation, isMissed, tellLeft };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();

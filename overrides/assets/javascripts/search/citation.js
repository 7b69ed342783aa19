"use strict";
/**
 * Citations in a query: they are parsed, not searched. 第57條, 57(2), 第十一條至第十三條, 第三章, alone or with words before
 * or behind them; and where such a citation stands in one law.
 *
 * @typedef {import("../provision.js").Provision} Provision
 * @typedef {import("./shard.js").Index} Index
 *
 * @typedef {{from: Provision, to: Provision}} Range
 * @typedef {{provision: Provision, range?: Range} | Range | {heading: string[]}} Wanted a provision (第11-13条 may be 第十一条之十三
 *   or a range), a range of articles, or a heading by its labels from the outer to the inner, folded: 第二章, 第一节
 *
 * @typedef {object} Citation
 * @property {Wanted[]} wanted
 * @property {string} name what stands before it and may name a law; "" if nothing
 * @property {string} rest the words besides it; "" if there are none
 * @property {boolean} marked false for a mere number
 * @property {boolean} joined true if the words follow it without a blank, so that all of it may be words: 第十二条规定的
 */
(() => {
  /** @type {typeof import("../provision.js")} */
  const { readNumeral, readProvision, writeNumeral } = typeof module === "undefined" ? self.duizhao : require("../provision.js");

  const NUMBER = "[0-9〇零○一二三四五六七八九十百千兩两廿卅]+";
  const INSERT = `(?:[之-]${NUMBER})?`;
  const ARTICLE = `第?${NUMBER}${INSERT}[條条]?${INSERT}`;
  const RANGE = new RegExp(`^(.*?)(${ARTICLE})(?:至|到|-|~)(${ARTICLE})$`);
  const PROVISION = `${ARTICLE}(?:第?${NUMBER}款)?(?:第?\\(?${NUMBER}\\)?[項项])?`;
  const LIST = new RegExp(`^(.*?)(${PROVISION}(?:(?:[、,/和及與与或]|以及)${PROVISION})+)$`);
  const HEADING = new RegExp(`^(.*?)((?:第${NUMBER}(?:分編|分编|編|编|章|節|节))+)$`);
  const LABEL = new RegExp(`第(${NUMBER})(分編|分编|編|编|章|節|节)`, "g");
  const LEADING = new RegExp(
    `^(?:第${NUMBER}|[0-9]+)(?:[之-]${NUMBER})?[條条](?:之${NUMBER})?(?:第${NUMBER}款)?(?:第?\\(?${NUMBER}\\)?[項项])?(?:第${NUMBER}目)?`,
  );
  /** What makes of the number before it an amount, a date or a term: 3 年, 10 万元. */
  const UNIT = /^[年月日天周週小时時分秒元角万萬亿億千百人名次倍個个種种%度級级]/;
  const SIMPLE = /** @type {Record<string, string>} */ ({ 編: "编", 節: "节", 分編: "分编" });
  const LONGEST_RANGE = 40;
  /** How the names of laws end; 草案 and the like may follow in brackets. */
  const LAW_NAME = /(?:法|法典|條例|条例|規定|规定|辦法|办法|細則|细则|解釋|解释|決定|决定|通則|通则|規則|规则|草案|意見稿|意见稿)(?:\([^()]*\))?$/;
  const THIS_LAW = /^(?:本|這部|这部|該|该)(?:法|條例|条例|規定|规定|辦法|办法)$/;

  /**
   * What a query cites, or null. A law may be named before it: 刑法第120条.
   *
   * @param {string} query
   * @returns {Citation | null}
   */
  function readCitation(query) {
    const plain = query
      .normalize("NFKC")
      .replace(/[《》〈〉「」『』“”"§\u200B-\u200D\u2060\uFEFF]/g, "")
      .replace(/[‐‑‒–—―−﹣]+/g, "-")
      .trim();
    const whole = readWhole(plain.replace(/\s+/g, ""));
    const tokens = plain.split(/\s+/).filter(Boolean);
    const parts = readParts(tokens);
    if (parts?.name && whole) {
      return parts; // 出租 刑法第12条: the law's name is not 出租刑法
    }
    if (whole && (!whole.name || LAW_NAME.test(whole.name))) {
      return { ...whole, name: THIS_LAW.test(whole.name) ? "" : whole.name, rest: "", joined: false };
    }
    if (whole && whole.marked && !/\s/.test(plain)) {
      return { ...whole, name: "", rest: whole.name, joined: true }; // 违反第十二条
    }
    return parts ?? readLeading(plain);
  }

  /**
   * A citation with words before or behind it, set off by a blank; the longest citation counts.
   *
   * @param {string[]} tokens
   * @returns {Citation | null}
   */
  function readParts(tokens) {
    for (let size = tokens.length - 1; size > 0; size--) {
      for (const atEnd of [false, true]) {
        const cut = atEnd ? tokens.length - size : size;
        const [cited, words] = atEnd ? [tokens.slice(cut), tokens.slice(0, cut)] : [tokens.slice(0, cut), tokens.slice(cut)];
        const found = readWhole(cited.join(""));
        const isLaw = !found?.name || LAW_NAME.test(found.name);
        if (found && isLaw && (found.marked || !(found.name || atEnd || UNIT.test(words[0] ?? "")))) {
          return { ...found, rest: words.join(" "), joined: false };
        }
      }
    }
    return null;
  }

  /**
   * 第57条黑名单: a whole citation, then words without a blank.
   *
   * @param {string} plain
   * @returns {Citation | null}
   */
  function readLeading(plain) {
    const cited = LEADING.exec(plain)?.[0] ?? "";
    const provision = cited ? readProvision(cited) : null;
    const rest = plain.slice(cited.length).trim();
    return provision && rest ? { wanted: [{ provision }], name: "", rest, marked: true, joined: true } : null;
  }

  /**
   * @param {string} text without blanks
   * @returns {{wanted: Wanted[], name: string, marked: boolean} | null}
   */
  function readWhole(text) {
    const range = readRange(text);
    const one = readProvision(text);
    if (one && !(range && /[至到~]/.test(text))) {
      const wanted = range && !/之/.test(text) ? { provision: one, range: range.wanted } : { provision: one };
      return { wanted: [wanted], name: one.before, marked: one.marked };
    }
    if (range) {
      return { wanted: [range.wanted], name: range.name, marked: true };
    }
    return readList(text) ?? readHeading(text);
  }

  /** @param {string} text */
  function readRange(text) {
    const [, name = "", first = "", last = ""] = RANGE.exec(text) ?? [];
    const [from, to] = [readProvision(first), readProvision(last)];
    return from && to && !from.before && numberOf(from) < numberOf(to) ? { wanted: { from, to }, name } : null;
  }

  /** @param {string} text */
  function readList(text) {
    const list = LIST.exec(text);
    if (!list || !/[條条]/.test(text)) {
      return null;
    }
    const provisions = (list[2] ?? "").split(/以及|[、,/和及與与或]/).map(readProvision);
    return provisions.every((p) => p !== null)
      ? { wanted: provisions.map((provision) => ({ provision: /** @type {Provision} */ (provision) })), name: list[1] ?? "", marked: true }
      : null;
  }

  /** @param {string} text */
  function readHeading(text) {
    const found = HEADING.exec(text);
    const labels = found ? [...(found[2] ?? "").matchAll(LABEL)].map((m) => [readNumeral(m[1] ?? ""), m[2] ?? ""]) : [];
    if (!labels.length || labels.some(([n]) => !n)) {
      return null;
    }
    const heading = labels.map(([n, unit]) => `第${writeNumeral(Number(n))}${SIMPLE[String(unit)] ?? unit}`);
    return { wanted: [{ heading }], name: found?.[1] ?? "", marked: true };
  }

  /** @param {Provision} provision */
  function numberOf(provision) {
    return Number(/^art-(\d+)/.exec(provision.article)?.[1]);
  }

  /**
   * Pages and fragments that a wanted provision, range or heading is in one law; more than one where the citation
   * leaves open which is meant, none if the law has no such. `missing`: the article is there, its 款 or 項 is not.
   *
   * @param {Wanted} wanted
   * @param {Index} index
   * @param {(doc: number) => string} head the folded heading of a doc
   * @returns {{doc: number, fragment: string, missing: boolean}[]}
   */
  function placesOf(wanted, index, head) {
    if ("heading" in wanted) {
      return headingPlaces(wanted.heading, index, head);
    }
    if ("from" in wanted) {
      return rangePlaces(wanted, index);
    }
    const doc = articlesOf(index).get(wanted.provision.article);
    if (doc === undefined && wanted.range && wanted.provision.marked) {
      return rangePlaces(wanted.range, index);
    }
    return doc === undefined ? [] : provisionPlaces(wanted.provision, doc, index.docs[doc]?.at ?? []);
  }

  /** @type {WeakMap<Index, Map<string, number>>} */
  const known = new WeakMap();

  /**
   * The docs of all articles by their ids, in the order of the law.
   *
   * @param {Index} index
   * @returns {Map<string, number>}
   */
  function articlesOf(index) {
    const articles =
      known.get(index) ?? new Map(index.docs.flatMap((d, i) => (d.kind === "provision" ? [[d.page, i]] : [])));
    known.set(index, articles);
    return articles;
  }

  /**
   * @param {Range} range
   * @param {Index} index
   */
  function rangePlaces({ from, to }, index) {
    const articles = [...articlesOf(index)];
    const [start = -1, end = -1] = [from, to].map((p) => articles.findIndex(([id]) => id === p.article));
    const found = start < 0 || end < 0 ? [] : articles.slice(start, end + 1);
    return found.slice(0, LONGEST_RANGE).map(([, doc]) => ({ doc, fragment: "", missing: false }));
  }

  /**
   * @param {Provision} wanted
   * @param {number} doc
   * @param {string[]} at
   */
  function provisionPlaces({ paragraph, item, subitem, open }, doc, at) {
    const path = [paragraph && `p${paragraph}`, item && `i${item}`, subitem && `s${subitem}`].filter(Boolean).join("-");
    const ids = [...new Set(at)];
    let fits = ids.filter((f) => path && (f === path || (!paragraph && f.endsWith(`-${path}`))));
    if (open) {
      // 57(2): where the article has several 款 that is what is meant first, else its 項
      const several = ids.includes("p2");
      const items = ids.filter((f) => new RegExp(`^p\\d+-i${open}$`).test(f));
      fits = [...(several ? ids.filter((f) => f === `p${open}`) : []), ...items];
      fits = fits.length ? fits : ids.filter((f) => f === `p${open}`);
    }
    return fits.length
      ? fits.map((fragment) => ({ doc, fragment, missing: false }))
      : [{ doc, fragment: "", missing: Boolean(path || open) }];
  }

  /**
   * @param {string[]} labels
   * @param {Index} index
   * @param {(doc: number) => string} head
   */
  function headingPlaces(labels, index, head) {
    const headings = index.docs.flatMap((d, i) => (d.kind === "heading" ? [i] : []));
    const [outer = "", ...inner] = labels;
    let found = headings.filter((i) => head(i).startsWith(outer));
    for (const label of inner) {
      const pages = found.map((i) => `${index.docs[i]?.page ?? ""}-`);
      found = headings.filter((i) => head(i).startsWith(label) && pages.some((p) => index.docs[i]?.page.startsWith(p)));
    }
    return found.map((doc) => ({ doc, fragment: "", missing: false }));
  }

  const exports = { readCitation, placesOf, articlesOf };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();

"use strict";
/**
 * Reads the number of a provision as people type it: 第57条, 57, 五十七, ５７, 第一百二十條之一, 57-1,
 * 第五十七條第二款第（三）項, 57条2款, 六十條（二）, 57(2); Taiwan's 第12條第1項第6款, where 項 comes before 款 and is what
 * the mainland calls 款. Used by the jump box and by the search; knows no page.
 *
 * @typedef {object} Provision
 * @property {string} article id of the article, `art-57` or `art-120-z1`
 * @property {number} paragraph 款, 0 if none was named
 * @property {number} item 項, 0 if none was named
 * @property {number} subitem 目, 0 if none was named
 * @property {number} open 2 in 57(2), where nobody says whether 款 or 項 is meant; 0 if there is no such number
 * @property {string} before what stands before the number: 刑法 in 刑法第120条; "" if nothing
 * @property {boolean} marked true if 第 or 條 shows that a provision is meant, and not just a number
 */
(() => {
  const NUMBER = "[0-9〇零○一二三四五六七八九十百千兩两廿卅]+";
  // 第一百二十條之一 | 第120-1條 | 五十七之一 | then 第二款 第（三）項 第1目, each 第 may be missing, or (2) or (1)(6)
  const FORM = new RegExp(
    `^(.*?)(第?)(${NUMBER})(?:[-之](${NUMBER}))?([條条]?)(?:之(${NUMBER}))?` +
      `(?:第?(${NUMBER})款)?(?:第?\\(?(${NUMBER})\\)?[項项])?(?:第?(${NUMBER})目)?((?:\\(${NUMBER}\\)){0,2})$`,
  );
  const TAIWAN = new RegExp(`第?(${NUMBER})[項项]第?\\(?(${NUMBER})\\)?款`);
  // what stands before may name a law; it is none if it holds another provision or ends in a list
  const NO_NAME = /第|[0-9、,;:.。/-]$/;
  const ID = /^art-(\d+)(?:-z(\d+))?(?:-p(\d+))?(?:-i(\d+))?(?:-s(\d+))?$/;
  const UNITS = /** @type {Record<string, number>} */ ({ 十: 10, 百: 100, 千: 1000 });
  const NAMES = "〇一二三四五六七八九";

  /**
   * The provision that a text names, or null if it names none.
   *
   * @param {string} text
   * @returns {Provision | null}
   */
  function readProvision(text) {
    const plain = text
      .normalize("NFKC")
      .replace(/[\s\u200B-\u200D\u2060\uFEFF《》〈〉「」“”"§]/g, "")
      .replace(/^[,.:;。、]+|[,.:;。、]+$/g, "")
      .replace(/[‐‑‒–—―−﹣]/g, "-");
    const id = ID.exec(plain.toLowerCase());
    if (id) {
      return provision(id.slice(1, 6).map((n) => (n ? Number(n) : 0)), "", true);
    }
    const found = FORM.exec(plain.replace(TAIWAN, "第$1款第$2项"));
    if (!found || (found[4] && found[6])) {
      return null;
    }
    const [, before = "", first, , , unit] = found;
    const numbers = [found[3], found[4] ?? found[6], found[7], found[8], found[9]].map((n) =>
      n === undefined ? 0 : readNumeral(n),
    );
    if (numbers.some((n) => n === null) || numbers[0] === 0 || NO_NAME.test(before)) {
      return null;
    }
    // 57-1 is 第57條之1; 3款 alone names no article
    const named = provision(/** @type {number[]} */ (numbers), before, Boolean(first || unit));
    return found[10] ? bracketed(named, found[10]) : named;
  }

  /**
   * The numbers in brackets behind an article: 57(1)(6) is 款 and 項, （二） is 項, and of 57(2) the unit is open.
   *
   * @param {Provision} named
   * @param {string} brackets
   * @returns {Provision | null}
   */
  function bracketed(named, brackets) {
    const written = brackets.slice(1, -1).split(")(");
    const [one = 0, two = 0] = written.map((n) => readNumeral(n) ?? 0);
    if (!one || named.item || (written.length > 1 && (!two || named.paragraph))) {
      return null;
    }
    if (written.length > 1) {
      return { ...named, paragraph: one, item: two, marked: true };
    }
    const isItem = named.paragraph || !/\d/.test(brackets);
    return { ...named, ...(isItem ? { item: one } : { open: one }), marked: true };
  }

  /**
   * @param {number[]} numbers article, insert, paragraph, item, subitem
   * @param {string} before
   * @param {boolean} marked
   * @returns {Provision}
   */
  function provision([article = 0, insert = 0, paragraph = 0, item = 0, subitem = 0], before, marked) {
    const id = `art-${article}${insert ? `-z${insert}` : ""}`;
    return { article: id, paragraph, item, subitem, open: 0, before, marked };
  }

  /**
   * Read one number, Chinese or Arabic; null if it is not one. Each unit once and in falling order, 零 only
   * where a place is empty: 一百零五 is 105; 一百五 may be 105 or 150 and is null.
   *
   * @param {string} text
   * @returns {number | null}
   */
  function readNumeral(text) {
    if (/^[0-9]{1,9}$/.test(text)) {
      return Number(text);
    }
    const plain = text.replace(/[零○]/g, "〇").replace(/[兩两]/g, "二").replace(/廿/g, "二十").replace(/卅/g, "三十");
    if (/^[〇一二三四五六七八九]+$/.test(plain)) {
      return plain.length === 2 && !plain.includes("〇")
        ? null
        : Number(Array.from(plain, (c) => NAMES.indexOf(c)).join(""));
    }
    return /^[〇一二三四五六七八九十百千]+$/.test(plain) ? readUnits(plain) : null;
  }

  /**
   * @param {string} text
   * @returns {number | null}
   */
  function readUnits(text) {
    let total = 0;
    let last = 10000;
    let digit = 0;
    let skipped = false;
    for (const char of text) {
      const unit = UNITS[char];
      if (unit === undefined) {
        if (digit || (char === "〇" && skipped)) {
          return null;
        }
        skipped ||= char === "〇";
        digit = NAMES.indexOf(char);
      } else {
        if (unit >= last || (!digit && unit !== 10)) {
          return null;
        }
        total += (digit || 1) * unit;
        last = unit;
        digit = 0;
        skipped = false;
      }
    }
    return (digit && last > 10 && !skipped) || (!digit && skipped) ? null : total + digit;
  }

  /**
   * Write a number from 1 to 9999 as laws do: 一百零五.
   *
   * @param {number} number
   * @returns {string}
   */
  function writeNumeral(number) {
    let out = "";
    let gap = false;
    for (const [unit, name] of /** @type {[number, string][]} */ ([[1000, "千"], [100, "百"], [10, "十"], [1, ""]])) {
      const digit = Math.floor(number / unit) % 10;
      if (digit) {
        out += (gap ? "零" : "") + NAMES[digit] + name;
      }
      gap = !digit && out !== "";
    }
    return out.replace(/^一十/, "十");
  }

  const exports = { readProvision, readNumeral, writeNumeral };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao || {}, exports);
  } else {
    module.exports = exports;
  }
})();

"use strict";
/**
 * The other ways to write the numbers in a word: 50万元 is 五十万元 and 500000元, 3年 三年, 30% 百分之三十, 第57条 第五十七条.
 */
(() => {
  /** @type {typeof import("../provision.js")} */
  const { readNumeral, writeNumeral } = typeof module === "undefined" ? self.duizhao : require("../provision.js");

  const HAN = "〇零○一二三四五六七八九十百千万萬亿億兩两廿卅";
  const RUN = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)([百千万萬亿億]*)(%?)|(百分之)?([${HAN}]+)`, "g");
  const DIGITS = "〇一二三四五六七八九";
  /** What is counted with 两 as well as with 二. */
  const COUNTED = /^[年个個名次倍人日天月周週种種项項]/;
  const LARGEST = 1e12;

  /**
   * A word with its numbers written in each other way; without the word itself, and none if it holds no number.
   *
   * @param {string} word
   * @returns {string[]}
   */
  function numberForms(word) {
    const plain = word.normalize("NFKC").replace(/％/g, "%");
    const share = /^(.*?)(\d+)[/⁄](\d+)(?!\d)(.*)$/.exec(plain); // 2/3 is 三分之二
    if (share && Number(share[2]) < Number(share[3])) {
      return [`${share[1]}${writeLarge(Number(share[3]))}分之${writeLarge(Number(share[2]))}${share[4]}`];
    }
    /** @type {string[][]} */
    const runs = [];
    const frame = plain.replace(RUN, (whole, digits, units, percent, parts, han, at) => {
      const after = plain.slice(at + whole.length);
      const forms =
        digits === undefined ? hanForms(han, Boolean(parts)) : arabicForms(digits, units, Boolean(percent), after);
      runs.push(forms.length ? forms : [whole]);
      return "\u0000";
    });
    const ways = Math.max(0, ...runs.map((forms) => forms.length));
    const all = Array.from({ length: ways }, (_, way) => {
      let at = 0;
      return frame.replace(/\u0000/g, () => {
        const forms = runs[at++] ?? [];
        return forms[Math.min(way, forms.length - 1)] ?? "";
      });
    });
    return [...new Set(all)].filter((form) => form !== plain);
  }

  /**
   * @param {string} digits 500,000 or 1.5
   * @param {string} units 万
   * @param {boolean} percent
   * @param {string} after
   * @returns {string[]}
   */
  function arabicForms(digits, units, percent, after) {
    const plain = digits.replace(/,/g, "");
    const value = Number(plain) * [...units].reduce((product, unit) => product * unitOf(unit), 1);
    if (percent) {
      return [`百分之${writeDecimal(plain)}`];
    }
    if (!Number.isInteger(value) || value >= LARGEST) {
      return [];
    }
    if (/^[12]\d{3}$/.test(plain) && !units && after.startsWith("年")) {
      return [Array.from(plain, (d) => DIGITS[Number(d)]).join("")];
    }
    const forms = [writeLarge(value), mixed(value), String(value)];
    return value === 2 && COUNTED.test(after) ? ["二", "两", ...forms.slice(2)] : forms;
  }

  /**
   * @param {string} han 五十万
   * @param {boolean} percent whether 百分之 stands before it
   * @returns {string[]}
   */
  function hanForms(han, percent) {
    const value = readLarge(han);
    if (value === null) {
      return [];
    }
    return percent ? [`百分之${han}`, `${value}%`] : [han, mixed(value), String(value)];
  }

  /** @param {string} unit */
  function unitOf(unit) {
    return { 百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }[unit] ?? 1;
  }

  /**
   * @param {string} han
   * @returns {number | null} null if it is no number, as 百 in 百姓 or 万一
   */
  function readLarge(han) {
    const plain = han.replace(/萬/g, "万").replace(/億/g, "亿");
    const found = /^(?:([^万亿]+)亿)?(?:零?([^万亿]+)万)?(?:零?([^万亿]+))?$/.exec(plain);
    if (!found) {
      return null;
    }
    const [high, middle, low] = found.slice(1, 4).map((part) => (part === undefined ? 0 : readNumeral(part)));
    return high == null || middle == null || low == null ? null : high * 1e8 + middle * 1e4 + low;
  }

  /**
   * @param {number} value
   * @returns {string} 一万五千, 十亿零三百
   */
  function writeLarge(value) {
    if (!value) {
      return "零";
    }
    let out = "";
    for (const [unit, name] of /** @type {[number, string][]} */ ([[1e8, "亿"], [1e4, "万"], [1, ""]])) {
      const part = Math.floor(value / unit) % 1e4;
      if (part) {
        out += (out && part < 1000 ? "零" : "") + writeNumeral(part) + name;
      }
    }
    return out;
  }

  /**
   * @param {number} value
   * @returns {string} 50万; the plain figure where it has no whole 万
   */
  function mixed(value) {
    return value && value % 1e8 === 0 ? `${value / 1e8}亿` : value && value % 1e4 === 0 ? `${value / 1e4}万` : String(value);
  }

  /**
   * @param {string} digits
   * @returns {string} 零点五
   */
  function writeDecimal(digits) {
    const [whole = "0", part] = digits.split(".");
    return writeLarge(Number(whole)) + (part ? `点${Array.from(part, (d) => DIGITS[Number(d)]).join("")}` : "");
  }

  const exports = { numberForms };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();

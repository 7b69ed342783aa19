"use strict";
/**
 * Amounts of money to the last digit: reads what people type (80,000, ８万, 1億2000萬) and multiplies it by what a law
 * writes (1.5 times, 5 percent). Whole numbers throughout, no floating point; knows no page.
 */
(() => {
  /** @type {typeof import("./provision.js")} */
  const { readNumeral } = typeof module === "undefined" ? self.duizhao : require("./provision.js");

  const MOST = 10n ** 12n;
  const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+)(?:\.\d+)?$/;
  const PER = /** @type {Record<string, number>} */ ({ times: 0, percent: 2, permille: 3, per10000: 4 });

  /**
   * An amount in yuan as people type it, or why it is none: whole yuan from 0 to 10^12.
   *
   * @param {string} text
   * @returns {PenaltyAmount}
   */
  function readAmount(text) {
    const plain = text
      .normalize("NFKC")
      .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, "")
      .replace(/^(?:人民[幣币]|¥)/, "")
      .replace(/[元圓圆]整?$/, "");
    const none = (/** @type {PenaltyAmount["why"]} */ why) => ({ yuan: 0n, why });
    if (!plain) {
      return none("empty");
    }
    if (/^[-‐‑‒–—−負负]/.test(plain)) {
      return none("negative");
    }
    if (plain.length > 40) {
      return none(/^[\d,.]+$/.test(plain) ? "great" : "unreadable");
    }
    const read = valueOf(plain, ["億亿", "萬万"], [8, 4]);
    if (!read) {
      return none(/\d[角分]|元\d/.test(plain) ? "fraction" : "unreadable");
    }
    const unit = 10n ** BigInt(read.scale);
    if (read.value % unit) {
      return none("fraction");
    }
    return read.value / unit > MOST ? none("great") : { yuan: read.value / unit, why: "" };
  }

  /**
   * 1億2000萬: what stands before each unit, and the rest, which must be smaller than the unit.
   *
   * @param {string} text
   * @param {string[]} units characters of each unit, the greatest first
   * @param {number[]} powers
   * @returns {Exact | null}
   */
  function valueOf(text, [unit, ...units], [power = 0, ...powers]) {
    if (unit === undefined) {
      return numberOf(text);
    }
    const at = Math.max(...[...unit].map((char) => text.lastIndexOf(char)));
    if (at < 0) {
      return valueOf(text, units, powers);
    }
    const head = valueOf(text.slice(0, at), units, powers);
    const rest = text.slice(at + 1);
    if (!head || !head.value) {
      return null;
    }
    const whole = { value: head.value * 10n ** BigInt(power), scale: head.scale };
    if (!rest) {
      return whole;
    }
    // 8萬5 may mean 85,000 or 80,005; 8.5萬500 is no way to write a number
    const tail = head.scale || /^[1-9一二三四五六七八九兩两]$/.test(rest) ? null : valueOf(rest.replace(/^[零〇]/, ""), units, powers);
    return tail && !tail.scale && tail.value < 10n ** BigInt(power) ? { value: whole.value + tail.value, scale: 0 } : null;
  }

  /**
   * @param {string} text
   * @returns {Exact | null}
   */
  function numberOf(text) {
    if (GROUPED.test(text)) {
      return exact(text.replace(/,/g, ""));
    }
    const number = /\d/.test(text) ? null : readNumeral(text);
    return number === null ? null : { value: BigInt(number), scale: 0 };
  }

  /**
   * A decimal as written: 1.5 is 15 tenths.
   *
   * @param {PenaltyFigure} figure
   * @returns {Exact}
   */
  function exact(figure) {
    const [whole = "", part = ""] = String(figure).split(".");
    const digits = part.replace(/0+$/, "");
    return { value: BigInt(whole + digits), scale: digits.length };
  }

  /** @param {string} words of which a multiple or a share is taken: are they the illegal gain itself? */
  function isGain(words) {
    return /^[違违]法所得$/.test(words);
  }

  /** @param {string | undefined} unit of an amount: is it a multiple or a share of something? */
  function isRelative(unit) {
    return unit !== undefined && unit in PER;
  }

  /**
   * So many times, percent, permille or ten-thousandths of a sum.
   *
   * @param {PenaltyFigure} figure
   * @param {string} unit
   * @param {bigint} sum
   * @returns {Exact}
   */
  function share(figure, unit, sum) {
    const { value, scale } = exact(figure);
    return { value: value * sum, scale: scale + (PER[unit] ?? 0) };
  }

  /**
   * With commas, and with what is below one yuan only where there is such: 800,000, 6.15.
   *
   * @param {Exact} number
   * @returns {string}
   */
  function writeExact({ value, scale }) {
    const digits = String(value).padStart(scale + 1, "0");
    const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(?:\d{3})+$)/g, ",");
    const part = scale ? digits.slice(-scale).replace(/0+$/, "") : "";
    return part ? `${whole}.${part}` : whole;
  }

  /**
   * Which is greater: below, at or above 0, as for a sort.
   *
   * @param {Exact} a
   * @param {Exact} b
   * @returns {number}
   */
  function compareExact(a, b) {
    const left = a.value * 10n ** BigInt(b.scale);
    const right = b.value * 10n ** BigInt(a.scale);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  const exports = { readAmount, exact, isGain, isRelative, share, writeExact, compareExact };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao || {}, exports);
  } else {
    module.exports = exports;
  }
})();

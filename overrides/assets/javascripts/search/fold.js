"use strict";
/**
 * One form for finding: script, width and case folded, punctuation and blanks dropped; and where words stand in a
 * text once both are folded. Text and query go through the same table, so 範圍, 范圍 and 范围 are one word.
 *
 * @typedef {{text: string, mark: boolean}} Piece
 * @typedef {{text: string, number?: boolean}} Needle what is looked for, folded; a number must not be part of a longer one
 */
(() => {
  const SNIPPET = 88;
  const LEAD = 24;
  const NUMERAL = /[0-9〇零一二三四五六七八九十百千万亿两点]/;

  /**
   * Char code -> folded char code; 0 drops the character.
   *
   * @param {string} pairs
   * @returns {Uint16Array}
   */
  function foldTable(pairs) {
    const table = new Uint16Array(65536);
    for (let code = 0; code < 65536; code++) {
      table[code] = (code >= 0x3400 && code < 0xf900) ? code : foldCode(code);
    }
    table[10] = 10;
    table[0x25cb] = 0x3007; // ○ in 二○二六
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      table[pairs.charCodeAt(i)] = pairs.charCodeAt(i + 1);
    }
    for (let code = 0xf900; code < 65536; code++) {
      const plain = table[code] ?? 0; // a compatibility ideograph stands for one that may itself fold
      table[code] = table[plain] ?? 0;
    }
    for (let code = 0x2e80; code < 0x2fe0; code++) {
      table[code] = table[table[code] ?? 0] ?? 0; // radicals, as text copied from a PDF has them
    }
    return table;
  }

  /** @param {number} code */
  function foldCode(code) {
    const normal = String.fromCharCode(code).normalize("NFKC").toLowerCase();
    const char = normal.length === 1 ? normal : String.fromCharCode(code);
    return /[\p{P}\p{S}\p{Z}\p{C}\uFE00-\uFE0F]/u.test(char) ? 0 : char.charCodeAt(0);
  }

  /**
   * Fold a text; between two Latin words one blank stays, so that their edges can be seen.
   *
   * @param {string} text
   * @param {Uint16Array} table
   * @param {number[]} [places] filled with the place in `text` of each folded character
   * @returns {string}
   */
  function fold(text, table, places) {
    const out = new Uint16Array(text.length);
    let size = 0;
    let gap = -1;
    for (let i = 0; i < text.length; i++) {
      const code = table[text.charCodeAt(i)] ?? 0;
      if (!code) {
        gap = gap < 0 ? i : gap;
        continue;
      }
      if (gap >= 0 && size && isLatin(code) && isLatin(out[size - 1] ?? 0)) {
        places?.push(gap);
        out[size++] = 32;
      }
      gap = -1;
      places?.push(i);
      out[size++] = code;
    }
    let folded = "";
    for (let i = 0; i < size; i += 8192) {
      folded += String.fromCharCode(...out.subarray(i, Math.min(size, i + 8192)));
    }
    return folded;
  }

  /** @param {number} code of a folded character: a digit or a letter of an alphabet */
  function isLatin(code) {
    return (code > 47 && code < 58) || (code > 96 && code < 123) || (code > 0xbf && code < 0x530);
  }

  /**
   * Does this needle stand here as a word? A Latin one must not be part of a longer one, nor a number that was
   * worked out: 三年 for 3年 is not meant in 十三年.
   *
   * @param {string} text
   * @param {Needle} needle
   * @param {number} at
   */
  function isWhole(text, needle, at) {
    const word = needle.text;
    const end = at + word.length;
    if (
      (isLatin(word.charCodeAt(0)) && at > 0 && isLatin(text.charCodeAt(at - 1))) ||
      (isLatin(word.charCodeAt(word.length - 1)) && end < text.length && isLatin(text.charCodeAt(end)))
    ) {
      return false;
    }
    return !(
      needle.number &&
      ((at > 0 && NUMERAL.test(word.charAt(0)) && NUMERAL.test(text.charAt(at - 1))) ||
        (NUMERAL.test(word.charAt(word.length - 1)) && NUMERAL.test(text.charAt(end))))
    );
  }

  /**
   * Where the words stand in a line, in order, overlaps joined.
   *
   * @param {string} text
   * @param {Needle[][]} words
   * @param {Uint16Array} table
   * @returns {[number, number][]}
   */
  function findWords(text, words, table) {
    /** @type {number[]} */
    const places = [];
    const folded = fold(text, table, places);
    /** @type {[number, number][]} */
    const found = [];
    for (const needle of words.flat()) {
      for (let at = folded.indexOf(needle.text); at >= 0; at = folded.indexOf(needle.text, at + 1)) {
        if (isWhole(folded, needle, at)) {
          found.push([places[at] ?? 0, (places[at + needle.text.length - 1] ?? 0) + 1]);
        }
      }
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    /** @type {[number, number][]} */
    const joined = [];
    for (const [start, end] of found) {
      const last = joined[joined.length - 1];
      if (last && start < last[1]) {
        last[1] = Math.max(last[1], end);
      } else {
        joined.push([start, end]);
      }
    }
    return joined;
  }

  /**
   * The part of a line around its first word, cut between characters.
   *
   * @param {string} text
   * @param {Needle[][]} words
   * @param {Uint16Array} table
   * @returns {{found: boolean, pieces: Piece[]}}
   */
  function excerpt(text, words, table) {
    const ranges = findWords(text, words, table);
    const lead = ranges[0] ? ranges[0][0] - LEAD : 0;
    let from = text.length <= SNIPPET ? 0 : Math.max(0, Math.min(lead, text.length - SNIPPET));
    let to = Math.min(text.length, Math.max(from + SNIPPET, ranges[0]?.[1] ?? 0));
    from -= isTail(text, from) ? 1 : 0;
    to += isTail(text, to) ? 1 : 0;
    /** @type {Piece[]} */
    const pieces = from > 0 ? [{ text: "…", mark: false }] : [];
    let at = from;
    for (const [start, end] of ranges.filter(([a, b]) => a >= from && b <= to)) {
      pieces.push({ text: text.slice(at, start), mark: false }, { text: text.slice(start, end), mark: true });
      at = end;
    }
    pieces.push({ text: text.slice(at, to) + (to < text.length ? "…" : ""), mark: false });
    return { found: ranges.length > 0, pieces: pieces.filter((piece) => piece.text) };
  }

  /**
   * @param {string} text
   * @param {number} at
   */
  function isTail(text, at) {
    const code = text.charCodeAt(at);
    return code >= 0xdc00 && code < 0xe000;
  }

  const exports = { foldTable, fold, isWhole, findWords, excerpt };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();

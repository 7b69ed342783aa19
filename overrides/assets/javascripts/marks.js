"use strict";
/**
 * Marks on the page arrived at what was searched for: `?h=範圍&h=范围` are the words as they are written here, in
 * either script. `[data-marks-bar]` is shown while there are marks; `[data-marks-clear]` in it takes them away.
 */
(() => {
  const BLOCK = "p, li, dt, dd, td, th, caption, figcaption, h1, h2, h3, h4, h5, h6, blockquote, div, section";

  /**
   * Where these words stand in a text: in order, the longest first where two begin at one place, none overlapping.
   * A Latin word must not be part of a longer one.
   *
   * @param {string} text
   * @param {string[]} words
   * @returns {[number, number][]}
   */
  function places(text, words) {
    /** @type {[number, number][]} */
    const found = [];
    for (const word of words) {
      for (let at = word ? text.indexOf(word) : -1; at >= 0; at = text.indexOf(word, at + 1)) {
        const joins = (/** @type {number} */ i) => /^[\p{Script=Latin}\d]{2}$/u.test(text.slice(i - 1, i + 1));
        if (!joins(at) && !joins(at + word.length)) {
          found.push([at, at + word.length]);
        }
      }
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    let end = 0;
    return found.filter((range) => range[0] >= end && (end = range[1]));
  }

  /** @param {Document} document */
  function mount(document) {
    const words = new URLSearchParams(location.search).getAll("h").slice(0, 12);
    const root = document.querySelector("#content, main") ?? document.body;
    if (!words.length) {
      return;
    }
    for (const nodes of textBlocks(document, root)) {
      markBlock(document, nodes, words);
    }
    const found = [...root.querySelectorAll("mark.is-found")];
    if (!found.length) {
      return;
    }
    if (!location.hash) {
      found.find((mark) => mark.getClientRects().length)?.scrollIntoView({ block: "center" });
    }
    const bar = document.querySelector("[data-marks-bar]");
    bar?.removeAttribute("hidden");
    bar?.querySelector("[data-marks-clear]")?.addEventListener("click", () => {
      for (const mark of root.querySelectorAll("mark.is-found")) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent?.normalize();
      }
      bar.setAttribute("hidden", "");
      const url = new URL(location.href);
      url.searchParams.delete("h");
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // not from every file: address; the marks are gone all the same
      }
    });
  }

  /**
   * Text nodes that read as one line; numbers of notes (`data-added`) stand outside it.
   *
   * @param {Document} document
   * @param {Element} root
   * @returns {Iterable<Text[]>}
   */
  function textBlocks(document, root) {
    /** @type {Map<Element | null, Text[]>} */
    const blocks = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      if (!node.parentElement?.closest("[data-added], script, style, dialog")) {
        const block = node.parentElement?.closest(BLOCK) ?? null;
        blocks.set(block, [...(blocks.get(block) ?? []), node]);
      }
    }
    return blocks.values();
  }

  /**
   * @param {Document} document
   * @param {Text[]} nodes
   * @param {string[]} words
   */
  function markBlock(document, nodes, words) {
    const found = places(nodes.map((node) => node.data).join(""), words);
    let start = 0;
    for (const node of nodes) {
      const size = node.data.length;
      for (const [from, to] of found.filter(([a, b]) => a < start + size && b > start).reverse()) {
        const part = node.splitText(Math.max(0, from - start));
        part.splitText(Math.min(size, to - start) - Math.max(0, from - start));
        const mark = document.createElement("mark");
        mark.className = "is-found";
        part.replaceWith(mark);
        mark.append(part);
      }
      start += size;
    }
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { places };
  }
})();

"use strict";
// The draft's articles as indexes, read from its file without the product's parser, and a seeded generator.
const fs = require("node:fs");
const path = require("node:path");
const { foldTable } = require("../../overrides/assets/javascripts/search/fold.js");
const { makeIndex } = require("../../overrides/assets/javascripts/search/shard.js");
const { FOLD, shardOf } = require("./sample.js");

const ROOT = path.join(__dirname, "..", "..");
const table = foldTable(FOLD);

/**
 * @param {string} law
 * @param {string} file from the project's root
 */
function indexOf(law, file) {
  const lines = fs.readFileSync(path.join(ROOT, file), "utf8").replace(/^\ufeff/, "").split(/\r?\n/);
  /** @type {Parameters<typeof shardOf>[1]} */
  const docs = [];
  let [paragraph, item] = [0, 0];
  for (const line of lines.map((one) => one.trim()).filter(Boolean)) {
    const found = /^(第[一二三四五六七八九十百]+[条條](?:之.)?)[\s　]+(.*)$/.exec(line);
    if (found) {
      [paragraph, item] = [1, 0];
      docs.push({ kind: "provision", page: `art-${docs.length + 1}`, head: 1, lines: [["", found[1] ?? ""], ["p1", found[2] ?? ""]] });
    } else if (docs.length && !/^第.+[章节節编編]/.test(line)) {
      const isItem = /^[（(][一二三四五六七八九十]+[)）]/.test(line);
      [paragraph, item] = isItem ? [paragraph, item + 1] : [paragraph + 1, 0];
      docs[docs.length - 1]?.lines.push([isItem ? `p${paragraph}-i${item}` : `p${paragraph}`, line]);
    }
  }
  return makeIndex(shardOf(law, docs), table);
}

/** A generator of numbers below 1 that gives the same row for the same seed (mulberry32). @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

module.exports = { indexOf, numbers, table };

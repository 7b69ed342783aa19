"use strict";
// Opens rank files as a browser does and asks lunr, for tests: the files and lists of grams as JSON on stdin.
const fs = require("node:fs");
const room = "../../overrides/assets/javascripts/search/";
const { makeRanker, serialized } = require(`${room}rank.js`);
const { gramsOf } = require(`${room}grams.js`);

const [lunrFile] = process.argv.slice(2);
const lunr = require(lunrFile);
const { files, queries, texts } = JSON.parse(fs.readFileSync(0, "utf8"));
const found = files.map((file) => {
  let data;
  new Function("self", file)({ duizhaoSearch: { rank: (given) => (data = given) } });
  const ranker = makeRanker(data, lunr);
  return { index: serialized(data, lunr.version), scores: queries.map((grams) => [...ranker.score(grams)]) };
});
process.stdout.write(JSON.stringify({ version: lunr.version, found, grams: texts.map(gramsOf) }));

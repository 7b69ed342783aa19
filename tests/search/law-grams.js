"use strict";
// Asks the index over all laws, for tests: a folder of search files, and queries (spellings by word) as JSON on stdin.
const fs = require("node:fs");
const path = require("node:path");
const { makeLawGrams } = require("../../overrides/assets/javascripts/search/law-grams.js");

const [folder = "."] = process.argv.slice(2);
let catalogue = { laws: [], grams: [] };
let grams;
const self = { duizhaoSearch: { laws: (given) => (catalogue = given), grams: (n, data) => grams.add(n, data) } };
const run = (file) => new Function("self", fs.readFileSync(path.join(folder, file), "utf8"))(self);
run("assets/search/laws.js");
grams = makeLawGrams(catalogue.laws.length);
const answers = JSON.parse(fs.readFileSync(0, "utf8")).map((needles) => {
  const missing = grams.missing(needles.flat());
  const early = missing.length ? grams.candidates(needles) : undefined;
  missing.forEach((n) => run(catalogue.grams[n]));
  return { missing, early, laws: grams.candidates(needles)?.map((n) => catalogue.laws[n].law) ?? null };
});
process.stdout.write(JSON.stringify(answers));

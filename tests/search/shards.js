"use strict";
// Reads the search files of a folder as a browser does and prints what is in them, for tests that compare it with the pages.
const fs = require("node:fs");
const path = require("node:path");
const room = "../../overrides/assets/javascripts/search/";
const { foldTable } = require(`${room}fold.js`);
const { lineOf, makeIndex, readSite } = require(`${room}shard.js`);

const [folder = "."] = process.argv.slice(2);
const given = { shards: [] };
const self = { duizhaoSearch: { laws: (catalogue) => (given.catalogue = catalogue), add: (shard) => given.shards.push(shard) } };
const run = (file) => new Function("self", fs.readFileSync(path.join(folder, file), "utf8"))(self);
run("assets/search/laws.js");
given.catalogue.laws.forEach((law) => law.editions.forEach((edition) => run(edition.file)));
const table = foldTable(given.catalogue.fold);
const site = readSite(given.catalogue);
const found = given.shards.map((shard) => {
  const { law, edition, docs, folded, starts, owner, first, written } = makeIndex(shard, table, site);
  const lines = Array.from({ length: first[docs.length] }, (_, i) => ["Hant", "Hans"].map((script) => lineOf({ written }, i, script)));
  return { law, edition, docs, lines, folded: folded.split("\n"), starts: [...starts], owner: [...owner] };
});
process.stdout.write(JSON.stringify(found));

"use strict";
// Asks the quote verifier about quotations, for tests: search files below a folder, quotations as JSON on stdin.
const fs = require("node:fs");
const path = require("node:path");
const room = path.join(__dirname, "..", "..", "overrides", "assets", "javascripts", "search");
const { foldTable, fold } = require(path.join(room, "fold.js"));
const { makeIndex, readSite } = require(path.join(room, "shard.js"));
const { verifyQuote } = require(path.join(room, "quote.js"));
const { linesOf } = require(path.join(room, "quote-lines.js"));

const [folder = "."] = process.argv.slice(2);
const indexes = [];
let catalogue = { fold: "", laws: [] };
let table = foldTable("");
const shell = {
  duizhaoSearch: {
    laws(given) {
      catalogue = given;
      table = foldTable(given.fold);
    },
    add: (shard) => indexes.push(makeIndex(shard, table, readSite(catalogue))),
  },
};
const run = (file) => new Function("self", fs.readFileSync(path.join(folder, file), "utf8"))(shell);
run("assets/search/laws.js");
catalogue.laws.forEach(({ editions }) => run(editions[0].file));

const names = (index) => {
  const entry = catalogue.laws.find(({ law }) => law === index.law);
  return [...entry.title, ...entry.short];
};
const provision = ({ index, line }) => {
  const doc = linesOf(index).doc[line];
  const { page, at } = index.docs[doc];
  return [page, at[line - index.first[doc]]].filter(Boolean).join("-");
};
const differences = ({ alignment: { quote, law, blocks } }) =>
  blocks
    .filter(({ kind }) => kind === "change")
    .map((block) => [law.folded.slice(...block.law), quote.folded.slice(...block.quote)]);

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = asked.map(({ law, text, differs }) => {
  const ordered = [...indexes].sort((a, b) => Number(b.law === law) - Number(a.law === law));
  const { verdict, places, labelled } = verifyQuote(text, ordered, table, { names });
  return {
    verdict,
    labelled,
    places: verdict === "absent" ? [] : places.map(({ at }) => [at.index.law, provision(at)]),
    differs: verdict === "differs" ? differences(places[0]) : [],
    wanted: differs.map((pair) => pair.map((words) => fold(words, table))),
  };
});
process.stdout.write(JSON.stringify(answers));

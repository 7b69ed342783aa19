"use strict";
// Loads search files into the engine and answers queries, for tests that compare it with another way of finding.
// Input: queries, or pairs of a query and the law that alone is asked. Output: for each the hits in their order.
const fs = require("node:fs");
const path = require("node:path");
const { createEngine } = require("../../overrides/assets/javascripts/search/engine.js");

const [folder = ".", script = "Hant"] = process.argv.slice(2);
const engine = createEngine(process.env.LUNR ? require(process.env.LUNR) : undefined);
let laws = [];
globalThis.self = {
  duizhaoSearch: {
    laws(catalogue) {
      laws = catalogue.laws;
      engine.learn(catalogue);
    },
    add: (shard) => engine.add(shard),
    rank: (rank) => engine.addRank?.(rank),
    grams: (n, data) => engine.addGrams?.(n, data),
  },
};
const run = (file) => new Function("self", fs.readFileSync(path.join(folder, file), "utf8"))(globalThis.self);
run("assets/search/laws.js");
const files = laws.flatMap((entry) => entry.editions.slice(0, 1).flatMap(({ file, rank }) => [file, rank]));
files.filter(Boolean).forEach(run);

/** The hits of one law in the order in which they are shown. */
function hitsOf(query, law) {
  const result = engine.search(query, law);
  const parts = [
    { part: null, hits: result?.cited ?? [] },
    ...(result?.parts ?? []).map((part) => ({ part, hits: part.groups.flatMap((g) => g.hits) })),
  ];
  return parts.flatMap(({ part, hits }) =>
    hits.map((hit) => {
      const shown = engine.snippets(hit, result, part, script, 9);
      return {
        law,
        kind: hit.kind,
        page: hit.page,
        fragment: hit.fragment,
        tier: hit.tier,
        places: hit.places,
        uses: part?.uses ?? [],
        label: engine.label(hit, result, script),
        text: shown.map((s) => s.pieces.map((p) => p.text).join("")),
        marks: shown.flatMap((s) => s.pieces.filter((p) => p.mark).map((p) => p.text)),
        spellings: engine.spellings(hit, result),
      };
    }),
  );
}

const asked = JSON.parse(fs.readFileSync(0, "utf8")).map((one) => (Array.isArray(one) ? one : [one, ""]));
const answers = asked.map(([query, only]) => ({
  hits: laws.filter(({ law }) => !only || law === only).flatMap(({ law }) => hitsOf(query, law)),
  proposals: engine.propose(query, only ? [only] : laws.map(({ law }) => law), script).map(({ kind, query }) => [kind, query]),
  reworded: engine.plan(query).terms.flatMap((term) => term.worded.map((way) => way.needle.text)),
  notices: laws
    .filter(({ law }) => !only || law === only)
    .flatMap(({ law }) => engine.search(query, law)?.notices ?? []),
}));
process.stdout.write(JSON.stringify(answers));

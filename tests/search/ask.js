"use strict";
// Loads search files into the engine and answers queries, for tests that compare it with another way of finding.
const fs = require("node:fs");
const path = require("node:path");
const { createEngine } = require("../../overrides/assets/javascripts/search/engine.js");

const [folder = ".", script = "Hant"] = process.argv.slice(2);
const engine = createEngine();
let laws = [];
globalThis.self = {
  duizhaoSearch: {
    laws(catalogue) {
      laws = catalogue.laws;
      engine.learn(catalogue);
    },
    add: (shard) => engine.add(shard),
  },
};
const run = (file) => new Function("self", fs.readFileSync(path.join(folder, file), "utf8"))(globalThis.self);
run("assets/search/laws.js");
laws.forEach((entry) => entry.editions.slice(0, 1).forEach((edition) => run(edition.file)));
const queries = JSON.parse(fs.readFileSync(0, "utf8"));
const answers = queries.map((query) =>
  laws.flatMap(({ law }) => {
    const result = engine.search(query, law);
    const parts = [{ part: null, uses: [], hits: result?.cited ?? [] }].concat(
      (result?.parts ?? []).map((part) => ({ part, uses: part.uses, hits: part.groups.flatMap((g) => g.hits) })),
    );
    return parts.flatMap(({ part, uses, hits }) =>
      hits.map((hit) => ({
        law,
        kind: hit.kind,
        page: hit.page,
        fragment: hit.fragment,
        tier: hit.tier,
        places: hit.places,
        uses,
        label: engine.label(hit, result, script),
        text: engine.snippets(hit, result, part, script, 9).map((s) => s.pieces.map((p) => p.text).join("")),
        marks: engine.snippets(hit, result, part, script, 9).flatMap((s) => s.pieces.filter((p) => p.mark).map((p) => p.text)),
        spellings: engine.spellings(hit, result),
      })),
    );
  }),
);
process.stdout.write(JSON.stringify(answers));

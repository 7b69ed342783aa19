"use strict";
/**
 * How long queries take: `node benchmarks/search_times.js FOLDER` loads the search data of a built site (all laws), asks
 * each query of the standard input (one a line) of all laws, and prints milliseconds as JSON. What a reader waits for is
 * timed: the laws worth opening, what each has, and how the first hits are shown.
 */
const fs = require("node:fs");
const path = require("node:path");
const scripts = path.join(__dirname, "..", "overrides", "assets", "javascripts", "search");
const { createEngine } = require(path.join(scripts, "engine.js"));

const SHOWN = 10;
const [folder = ".", lunr = ""] = process.argv.slice(2);
const engine = createEngine(lunr ? require(path.resolve(lunr)) : undefined);
let catalogue = { laws: [], grams: [] };
const shared = {
  duizhaoSearch: {
    laws: (given) => engine.learn((catalogue = given)),
    add: (shard) => engine.add(shard),
    rank: (rank) => engine.addRank(rank),
    grams: (n, data) => engine.addGrams(n, data),
  },
};
const run = (file) => new Function("self", fs.readFileSync(path.join(folder, file), "utf8"))(shared);

/** What a reader waits for after a query; how many laws have something. */
function ask(query, here) {
  const laws = engine.candidates(query, here);
  let shown = 0;
  let found = 0;
  for (const law of laws) {
    const result = engine.search(query, law);
    found += result ? 1 : 0;
    for (const part of result && shown < SHOWN ? [null, ...result.parts] : []) {
      const hits = part ? part.groups.flatMap((group) => group.hits) : result.cited;
      for (const hit of hits.slice(0, SHOWN - shown)) {
        engine.label(hit, result, "Hant");
        engine.snippets(hit, result, part, "Hant", 2);
        engine.spellings(hit, result);
        shown++;
      }
    }
  }
  return found;
}

const begin = process.hrtime.bigint();
run("assets/search/laws.js");
(catalogue.grams ?? []).forEach(run);
for (const { editions } of catalogue.laws) {
  [editions[0].file, editions[0].rank].filter(Boolean).forEach(run);
}
const loaded = Number(process.hrtime.bigint() - begin) / 1e6;
const queries = fs.readFileSync(0, "utf8").split("\n").filter(Boolean);
const here = catalogue.laws[0]?.law ?? "";
queries.slice(0, 20).forEach((query) => ask(query, here)); // the first ones also pay for compiling
const times = queries.map((query) => {
  const start = process.hrtime.bigint();
  const laws = ask(query, here);
  return { query, laws, ms: Number(process.hrtime.bigint() - start) / 1e6 };
});
const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
const slowest = [...times].sort((a, b) => b.ms - a.ms).slice(0, 5);
const memory = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
process.stdout.write(JSON.stringify({ laws: catalogue.laws.length, loaded, memory, p50: at(0.5), p95: at(0.95), slowest }));

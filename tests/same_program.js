"use strict";
// Reads pairs of programs and says which are not the same: every token but blanks and comments must be equal.
const fs = require("node:fs");
const ts = require("typescript");

/** Every node with its kind, names and literals as written, and the whole as it is printed, without blanks. */
function tokens(source) {
  const file = ts.createSourceFile("x.js", source, ts.ScriptTarget.ES2020, false, ts.ScriptKind.JS);
  const found = [];
  const walk = (node) => {
    const word = ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node);
    found.push(word ? `${node.kind} ${node.rawText ?? node.text}` : node.kind);
    ts.forEachChild(node, walk);
  };
  walk(file);
  found.push(ts.createPrinter({ removeComments: true }).printFile(file).replace(/\s+/g, ""));
  return { found, errors: file.parseDiagnostics.length };
}

const pairs = JSON.parse(fs.readFileSync(0, "utf8"));
const wrong = Object.entries(pairs).flatMap(([name, [before, after]]) => {
  const [one, two] = [tokens(before), tokens(after)];
  const at = one.found.findIndex((token, i) => token !== two.found[i]);
  return one.errors || two.errors || at >= 0 || one.found.length !== two.found.length
    ? [`${name}: ${one.found[at]} became ${two.found[at]}`]
    : [];
});
process.stdout.write(JSON.stringify(wrong));

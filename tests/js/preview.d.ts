// Types of preview.js and trail.js, and what the data file of previews calls.

/** A line: place below its article, depth, both scripts (no hans, or 0: the same as hant), name of the 款. */
type PreviewRow = [at: string, depth: number, hant: string, hans?: string | 0, name?: string];
/** Label in both scripts and lines, by id of the article or heading. */
type PreviewTexts = Record<string, [hant: string, hans: string, rows: PreviewRow[]]>;
type PreviewWords = Record<string, string | undefined>;
type PreviewLines = { text: string; kind: string }[];

/** A page below its tree, what it is called in which language, and the row that was left. */
type TrailStep = { path: string; text: string; lang: string; part?: string };

interface Window {
  duizhaoPreview: { add(texts: PreviewTexts): void };
}

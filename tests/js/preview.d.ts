// What the data file of previews calls.
interface Window {
  duizhaoPreview: { add(texts: Record<string, import("../../overrides/assets/javascripts/preview.js").Entry>): void };
}

// What the data file of previews calls.
interface Window {
  duizhaoPreview: { add(texts: import("../../overrides/assets/javascripts/preview.js").Texts): void };
}

// What the site's classic scripts share in the browser; in tests each is loaded with require().
type Shared = typeof import("../../overrides/assets/javascripts/early.js") &
  typeof import("../../overrides/assets/javascripts/provision.js") &
  typeof import("../../overrides/assets/javascripts/search/fold.js") &
  typeof import("../../overrides/assets/javascripts/search/shard.js") &
  typeof import("../../overrides/assets/javascripts/search/grams.js") &
  typeof import("../../overrides/assets/javascripts/search/rank.js") &
  typeof import("../../overrides/assets/javascripts/search/law-grams.js") &
  typeof import("../../overrides/assets/javascripts/search/query.js") &
  typeof import("../../overrides/assets/javascripts/search/numbers.js") &
  typeof import("../../overrides/assets/javascripts/search/wording.js") &
  typeof import("../../overrides/assets/javascripts/search/citation.js") &
  typeof import("../../overrides/assets/javascripts/search/scan.js") &
  typeof import("../../overrides/assets/javascripts/search/look-up.js") &
  typeof import("../../overrides/assets/javascripts/search/order.js") &
  typeof import("../../overrides/assets/javascripts/search/show.js") &
  typeof import("../../overrides/assets/javascripts/search/parts.js") &
  typeof import("../../overrides/assets/javascripts/search/result.js") &
  typeof import("../../overrides/assets/javascripts/search/candidates.js") &
  typeof import("../../overrides/assets/javascripts/search/law-grams.js") &
  typeof import("../../overrides/assets/javascripts/search/proposals.js") &
  typeof import("../../overrides/assets/javascripts/search/engine.js") &
  typeof import("../../overrides/assets/javascripts/search/results.js") &
  typeof import("../../overrides/assets/javascripts/search/data.js") &
  typeof import("../../overrides/assets/javascripts/search/edits.js") &
  typeof import("../../overrides/assets/javascripts/search/align.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-lines.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-label.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-find.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-join.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-columns.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-compare.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-nearest.js") &
  typeof import("../../overrides/assets/javascripts/search/quote.js") &
  typeof import("../../overrides/assets/javascripts/search/words.js") &
  typeof import("../../overrides/assets/javascripts/search/recent.js") &
  typeof import("../../overrides/assets/javascripts/search/session.js") &
  typeof import("../../overrides/assets/javascripts/search/offers.js") &
  typeof import("../../overrides/assets/javascripts/search/sections.js") &
  typeof import("../../overrides/assets/javascripts/search/facets.js") &
  typeof import("../../overrides/assets/javascripts/search/chips.js") &
  typeof import("../../overrides/assets/javascripts/search/combobox.js") &
  typeof import("../../overrides/assets/javascripts/search/box-parts.js") &
  typeof import("../../overrides/assets/javascripts/search/box.js") &
  typeof import("../../overrides/assets/javascripts/search/page-parts.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-cite.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-rows.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-draw.js") &
  typeof import("../../overrides/assets/javascripts/search/quote-cited.js") &
  typeof import("../../overrides/assets/javascripts/penalty-amount.js") &
  typeof import("../../overrides/assets/javascripts/penalty-notes.js") &
  typeof import("../../overrides/assets/javascripts/penalty-ranges.js") &
  typeof import("../../overrides/assets/javascripts/penalty-question.js") &
  typeof import("../../overrides/assets/javascripts/penalty-result.js");
interface Window {
  lunr: any;
  duizhao: Shared;
  duizhaoSearch: {
    laws(catalogue: import("../../overrides/assets/javascripts/search/engine.js").Catalogue): void;
    add(shard: import("../../overrides/assets/javascripts/search/shard.js").Shard): void;
    rank?(rank: import("../../overrides/assets/javascripts/search/rank.js").RankData): void;
    grams?(n: number, data: import("../../overrides/assets/javascripts/search/law-grams.js").Bucket): void;
    interface?(words: import("../../overrides/assets/javascripts/search/data.js").Interface): void;
  };
  duizhaoLoader?: ReturnType<typeof import("../../overrides/assets/javascripts/search/data.js").createLoader>;
}

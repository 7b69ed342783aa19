"use strict";
/**
 * The way back along references: 第五十八條 › 第十四條 › here, in `[data-trail]`. Kept for this tab only, in
 * sessionStorage `duizhao.trail`; nothing is sent anywhere.
 */
(() => {
  const MOST = 9;
  const KEY = "duizhao.trail";

  /** @type {(way: TrailStep[], from: TrailStep, to: TrailStep) => TrailStep[]} to a page that lies on the way: a return */
  const follow = (way, from, to) => {
    const at = way.findIndex((step) => step.path === from.path);
    const kept = way.slice(0, Math.max(at, 0));
    return [from, ...kept].some((step) => step.path === to.path) ? way : [...kept, from, to].slice(-MOST);
  };

  /** @type {(address: string) => string[]} zh-hant/fa/2020/art-3/index.html#p1 -> zh-hant, fa/2020/art-3/ */
  const pageOf = (address) => (/^([^/]*)\/([^?#]*?)(?:index\.html)?(?:[?#].*)?$/.exec(address) ?? []).slice(1);

  /** @type {(way?: TrailStep[]) => TrailStep[]} what is remembered, once `way` is */
  const stored = (way) => {
    try {
      if (way) {
        sessionStorage.setItem(KEY, JSON.stringify(way));
      }
      return JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    } catch {
      return []; // storage may be forbidden: then there is no trail
    }
  };

  /** @param {Document} document */
  function mount(document) {
    const { dataset, lang } = document.documentElement;
    const nav = document.querySelector("[data-trail]");
    const root = new URL(dataset.base || ".", location.href).href;
    const [tree, path = ""] = pageOf(location.href.replace(root, ""));
    const text = document.querySelector("[data-heading]")?.textContent?.trim() ?? "";

    const render = () => {
      const way = stored();
      const at = way.findIndex((step) => step.path === path);
      nav?.toggleAttribute("hidden", at < 1);
      nav?.querySelector("[data-trail-steps]")?.replaceChildren(
        ...way.slice(0, at + 1).map((step, i) => {
          const link = document.createElement("a");
          link.textContent = step.text || text;
          link.lang = step.lang;
          if (i < at) {
            link.href = `${root}${tree}/${step.path}${location.protocol === "file:" ? "index.html" : ""}${step.part ?? ""}`;
          } else {
            link.setAttribute("aria-current", "page");
          }
          const item = document.createElement("li");
          item.append(link);
          return item;
        }),
      );
    };

    document.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      /** @type {HTMLAnchorElement | null} */
      const link = target.closest("a.ref, .cites a, [data-preview-go]");
      if (link?.href.startsWith(root) && path && !event.defaultPrevented) {
        const part = target.closest("[id]:not(#content, #preview)")?.id;
        const to = pageOf(link.href.replace(root, ""))[1] ?? "";
        stored(follow(stored(), { path, text, lang, part: part ? `#${part}` : "" }, { path: to, text: "", lang }));
      }
    });
    nav?.querySelector("[data-trail-clear]")?.addEventListener("click", () => {
      stored([]);
      render();
      document.getElementById("content")?.focus();
    });
    addEventListener("pageshow", render); // also when the page comes back out of the browser's memory
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { follow, pageOf };
  }
})();

"use strict";
/** In `[data-arcs]`: an article pointed at or focused (`data-tick`) shows what it cites and who cites it. */
(() => {
  for (const diagram of document.querySelectorAll("[data-arcs]")) {
    for (const kind of ["pointerover", "pointerleave", "focusin", "focusout"]) {
      diagram.addEventListener(kind, (event) => {
        const over = /pointerover|focusin/.test(kind) && /** @type {Element} */ (event.target).closest("[data-tick]");
        const at = over ? over.getAttribute("data-tick") : null;
        diagram.classList.toggle("is-lit", at !== null);
        for (const arc of diagram.querySelectorAll("[data-arc]")) {
          const ends = arc.getAttribute("data-arc")?.split(" ") ?? [];
          arc.classList.toggle("is-out", ends[0] === at);
          arc.classList.toggle("is-in", ends[1] === at);
        }
      });
    }
  }
})();

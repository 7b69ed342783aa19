"use strict";
/**
 * Copies what `[data-copy]` says, with `{url}` replaced by the address of this page at `data-fragment`:
 * `{url}` alone is the link of a row; 《網絡犯罪防治法（征求意見稿）》第五十七條第二款，{url}，2026年1月31日 a
 * citation. `data-copied` and `data-failed` are said in the `[data-copy-status]` of the same dialog or page. With `data-keep-query` the address keeps what is searched for. A link keeps leading where it leads.
 */
(() => {
  /**
   * The lasting address of a page: what search put into it is left out; a page opened from a file is given by its
   * canonical address, if it has one.
   *
   * @param {string} here
   * @param {string} canonical "" if there is none
   * @param {string | undefined} fragment undefined keeps the one that is there
   * @param {boolean} query whether what is searched for belongs to it
   * @returns {string}
   */
  function addressOf(here, canonical, fragment, query) {
    const old = new URL(here);
    const url = new URL(here.startsWith("file:") && canonical ? canonical : here);
    const asked = old.searchParams.get("q");
    url.search = query && asked ? `?q=${encodeURIComponent(asked)}` : "";
    url.hash = fragment === undefined ? old.hash : fragment;
    return url.href;
  }

  /** @param {Document} document */
  function mount(document) {
    for (const button of document.querySelectorAll("button[data-copy][hidden]")) {
      button.removeAttribute("hidden");
    }
    document.addEventListener("click", async (event) => {
      const found = /** @type {Element} */ (event.target).closest("[data-copy]");
      if (!found) {
        return;
      }
      const { copy, fragment, copied, failed, keepQuery } = /** @type {HTMLElement} */ (found).dataset;
      const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
      const address = addressOf(location.href, canonical?.href ?? "", fragment, keepQuery !== undefined);
      const done = await write(document, (copy ?? "").replace("{url}", () => address));
      const near = found.closest("dialog, main") ?? document;
      const status = near.querySelector("[data-copy-status]") ?? document.querySelector("[data-copy-status]");
      if (status) {
        status.textContent = "";
        setTimeout(() => (status.textContent = (done ? copied : failed) ?? ""), 50); // said again when copied again
        setTimeout(() => (status.textContent = ""), 4000);
      }
    });
  }

  /**
   * @param {Document} document
   * @param {string} text
   * @returns {Promise<boolean>}
   */
  async function write(document, text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // no clipboard without https: the older way
      const field = document.createElement("textarea");
      field.value = text;
      const focused = /** @type {HTMLElement | null} */ (document.activeElement);
      (document.querySelector("dialog[open]") ?? document.body).append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      focused?.focus();
      return done;
    }
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { addressOf };
  }
})();

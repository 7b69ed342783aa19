"use strict";
/**
 * On 404.html only, which a server shows for any address: says where the site begins, if it is not at the root of its
 * host. The page asks for this file in its own folder and in those above; the first that is there, the nearest,
 * points links, styles and scripts at the site it belongs to.
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const page = document.documentElement;
  if (page.dataset.base !== "/") {
    return; // done, or opened from a disk
  }
  const root = new URL("../../", script.src).href;
  page.dataset.base = root;
  if (root === new URL("/", location.href).href) {
    return;
  }
  for (const name of ["href", "src"]) {
    for (const element of document.querySelectorAll(`[${name}^="/"]`)) {
      const address = root + (element.getAttribute(name) ?? "").slice(1);
      if (element instanceof HTMLScriptElement) {
        const anew = document.createElement("script");
        anew.async = false; // in their order
        anew.src = address;
        element.replaceWith(anew);
      } else {
        element.setAttribute(name, address);
      }
    }
  }
})();

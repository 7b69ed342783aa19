"use strict";
/**
 * Scripts that only one kind of page needs: this element names them (`data-penalty-calculator="a.js b.js"`, paths from
 * the site's root) by the kind that `<html data-kind>` says, and they run in their order.
 */
(() => {
  const names = document.currentScript?.getAttribute(`data-${document.documentElement.dataset.kind}`) ?? "";
  const root = new URL(document.documentElement.dataset.base || ".", location.href).href;
  for (const name of names.split(" ").filter(Boolean)) {
    const script = document.createElement("script");
    script.src = root + name;
    script.async = false;
    document.head.append(script);
  }
})();

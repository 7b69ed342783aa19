"use strict";
/**
 * Links that lead to the groups of a table show one group alone: in a `[data-filter]` each link names a group by
 * its fragment (`#of-ch-2`, a <tbody>), or what holds them all. Without scripts they lead there; with them the
 * other groups are hidden and the link is `aria-current`. Whatever else leads to a hidden row shows all again.
 */
(() => {
  /** @param {Document} document */
  function mount(document) {
    for (const bar of document.querySelectorAll("[data-filter]")) {
      const links = /** @type {HTMLAnchorElement[]} */ ([...bar.querySelectorAll('a[href^="#"]')]);
      const goals = links.map((link) => document.getElementById(link.hash.slice(1)));
      const groups = goals.filter((goal) => goal && !goals.some((other) => other && other !== goal && goal.contains(other)));
      const show = (/** @type {HTMLElement | null | undefined} */ goal) => {
        const one = goal && groups.includes(goal);
        groups.forEach((group) => group && (group.hidden = Boolean(one) && group !== goal));
        links.forEach((link, i) => {
          const chosen = one ? goals[i] === goal : !groups.includes(goals[i] ?? null);
          if (chosen) {
            link.setAttribute("aria-current", "true");
          } else {
            link.removeAttribute("aria-current");
          }
        });
      };
      bar.addEventListener("click", (event) => {
        const at = links.indexOf(/** @type {HTMLAnchorElement} */ (/** @type {Element} */ (event.target).closest("a")));
        if (at >= 0) {
          event.preventDefault();
          show(goals[at]);
        }
      });
      addEventListener("hashchange", () => {
        const target = document.getElementById(location.hash.slice(1));
        if (target?.closest("[hidden]") && groups.some((group) => group?.contains(target))) {
          show(null);
          target.scrollIntoView();
        }
      });
      show(null);
    }
  }

  mount(document);
})();

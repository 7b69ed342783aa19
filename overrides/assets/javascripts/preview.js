"use strict";
/**
 * Text of a reference's target: `a.ref` on hover, focus, first tap. `data-ref="art-19 art-33 15"` is a range; else the
 * address says what is meant. `<html data-previews>` names the script with the texts (export/preview_text.py).
 */
(() => {
  const MOST = 360;
  const WAIT = 250;

  /** @type {(path: string, own: string) => string} art-14-p1-i6; fa/2020/art-3 in another law than `own` */
  const targetOf = (path, own) => {
    const [, home = "", page = "", part = ""] = /^[^/]+\/([^/]+\/[^/]+\/)([^/#]+)\/[^#]*#?(.*)$/.exec(path) ?? [];
    return (home === own ? "" : home) + page + (page.startsWith("art-") && /^p\d/.test(part) ? `-${part}` : "");
  };

  /** @type {(texts: PreviewTexts, ref: string, script: 0 | 1, words: PreviewWords) => PreviewLines} none if the text is not at hand */
  const linesOf = (texts, ref, script, words) => {
    const [first = "", last, count = ""] = ref.split(" ");
    if (!last) {
      return excerpt(texts, first, script, words, MOST);
    }
    const text = ((first.includes("-p") ? words.parts : words.range) ?? "").replace("{count}", count);
    const [a = [], b = []] = [first, last].map((id) => excerpt(texts, id, script, words, MOST / 2));
    return a.length && b.length ? [...a, { text, kind: "note" }, ...b] : [];
  };

  /** @type {(texts: PreviewTexts, id: string, script: 0 | 1, words: PreviewWords, left: number) => PreviewLines} `left` characters */
  const excerpt = (texts, id, script, words, left) => {
    const [, whole = id, part = ""] = /^(.*?art-[\dz-]+?)-(p.*)$/.exec(id) ?? [];
    const entry = texts[whole];
    const rows = entry?.[2].filter(([at]) => !part || `${at}-`.startsWith(`${part}-`) || part.startsWith(`${at}-`)) ?? [];
    if (!entry || (part && !rows.some(([at]) => at === part))) {
      return [];
    }
    const out = [{ text: entry[script] + (part ? rows[0]?.[4] ?? "" : ""), kind: "head" }];
    for (const [, depth, hant, hans] of rows) {
      const text = [...((script && hans) || hant)];
      const kind = `line d${depth}`;
      if (text.length > left + 20) {
        out.push({ text: (left > 0 ? `${text.slice(0, left).join("")}……` : "") + words.more, kind });
        break;
      }
      out.push({ text: text.join(""), kind });
      left -= text.length;
    }
    return out;
  };

  /** @param {Document} document */
  function mount(document) {
    const { base, previews, law, edition } = document.documentElement.dataset;
    const box = /** @type {HTMLElement} */ (document.querySelector("[data-preview]"));
    if (!box || !previews) {
      return;
    }
    const [text, tools, go, close] = ["text", "tools", "go", "close"].map(
      (name) => /** @type {HTMLAnchorElement} */ (box.querySelector(`[data-preview-${name}]`)),
    );
    const root = new URL(base || ".", location.href).href;
    /** @type {PreviewTexts | undefined} */
    let texts;
    /** @type {HTMLAnchorElement | null} */
    let shown = null;
    let timer = 0;
    let touch = false;
    self.duizhaoPreview = { add: (found) => (texts = found) };

    /** @param {HTMLAnchorElement} link */
    const show = (link) => {
      hide();
      shown = link;
      if (!texts) {
        texts = {};
        const script = document.createElement("script");
        script.src = root + previews;
        script.onload = () => shown === link && show(link);
        return document.head.append(script);
      }
      const lang = link.closest("[lang]")?.getAttribute("lang") ?? "";
      const ref = link.dataset.ref ?? targetOf(link.href.replace(root, ""), `${law}/${edition}/`);
      const lines = linesOf(texts, ref, lang === "zh-Hans" ? 1 : 0, box.dataset);
      if (!text || !tools || !go || !lines.length) {
        return touch ? link.click() : undefined; // no text at hand: the first tap follows
      }
      text.lang = lang;
      text.replaceChildren(
        ...lines.map((line) => {
          const p = document.createElement("p");
          p.className = line.kind;
          p.textContent = line.text;
          return p;
        }),
      );
      go.href = link.href;
      tools.hidden = !touch;
      box.classList.toggle("is-sheet", touch);
      box.setAttribute("role", touch ? "dialog" : "tooltip");
      box.ariaLabel = (touch && box.dataset.label) || null;
      link.setAttribute("aria-describedby", "preview");
      box.hidden = false;
      const { style } = box;
      style.left = style.top = "";
      const at = link.getClientRects()[0];
      if (at && !touch) {
        const { width, height } = box.getBoundingClientRect();
        const above = at.bottom + height + 9 > innerHeight && at.top > height;
        style.left = `${scrollX + Math.max(8, Math.min(at.left, document.body.clientWidth - width - 8))}px`;
        style.top = `${scrollY + (above ? at.top - height - 6 : at.bottom + 6)}px`;
      }
    };
    const hide = () => {
      clearTimeout(timer);
      if (box.contains(document.activeElement)) {
        shown?.focus();
      }
      shown?.removeAttribute("aria-describedby");
      shown = null;
      box.hidden = true;
    };

    /** @type {(event: Event) => HTMLAnchorElement | null} */
    const linkAt = (event) => /** @type {Element} */ (event.target).closest("a.ref");
    /** @type {(event: Event) => boolean} */
    const isInside = (event) => box.contains(/** @type {Node} */ (event.target));
    /** @type {(event: Event) => void} */
    const enter = (event) => {
      const link = linkAt(event);
      if (!touch && (link || isInside(event))) {
        clearTimeout(timer);
        timer = self.setTimeout(() => link && link !== shown && show(link), WAIT);
      }
    };
    /** @type {(event: Event) => void} */
    const leave = (event) => {
      if (!touch && (linkAt(event) || isInside(event))) {
        clearTimeout(timer);
        timer = self.setTimeout(hide, WAIT);
      }
    };
    for (const [kind, act] of /** @type {const} */ ([["over", enter], ["out", leave], ["down", () => 0]])) {
      document.addEventListener(`pointer${kind}`, (event) => {
        touch = event.pointerType === "touch";
        act(event);
      });
    }
    document.addEventListener("focusin", enter);
    document.addEventListener("focusout", leave);
    document.addEventListener("click", (event) => {
      const link = linkAt(event);
      if (link && touch && link !== shown) {
        event.preventDefault();
        show(link);
      } else if (link || event.target === close || !isInside(event)) {
        hide();
      }
    });
    document.addEventListener("keydown", (event) => {
      touch = false;
      if (event.key === "Escape") {
        hide();
      }
    });
  }

  if (typeof module === "undefined") {
    mount(document);
  } else {
    module.exports = { targetOf, linesOf };
  }
})();

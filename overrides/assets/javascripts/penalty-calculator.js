"use strict";
/**
 * The calculator's page: the form `[data-calculator] form` is the question, the address says the same, and each change
 * writes the answer anew. `data-rows` names the file with the rows; words and forms stand in `<template>`s of the page.
 */
(() => {
  const { branchesOf, readAmount, readArticle, readGain, rangesFor, toQuery, fromQuery, fits, writeExact, resultOf } =
    self.duizhao;

  /** @param {HTMLElement} root */
  function mount(root) {
    self.duizhaoPenalties = { add: (data) => start(root, data) };
    const script = document.createElement("script");
    script.src = root.dataset.rows ?? "";
    script.onerror = () => say(root, "status", words(root, "failed"));
    document.head.append(script);
  }

  /**
   * @param {HTMLElement} root
   * @param {PenaltyData} data
   */
  function start(root, data) {
    const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    const article = field(form, "article");
    const amount = field(form, "amount");
    const update = () => answer(root, form, data);
    fill(form, fromQuery(location.search), data);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      if (event.target === amount && amount.value.trim()) {
        choose(form, "gain", "yuan");
      }
      update();
    });
    for (const radio of form.querySelectorAll("input[name=gain]")) {
      radio.addEventListener("change", () => field(form, "gain") === radio && amount.focus());
    }
    article.addEventListener("change", update); // a choice from the list is no input everywhere
    for (const cell of document.querySelectorAll("a[data-article]")) {
      cell.setAttribute("href", `?article=${/** @type {HTMLElement} */ (cell).dataset.article}`); // without scripts to the article
    }
    document.addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest("[data-article]");
      const id = /** @type {HTMLElement | null} */ (link)?.dataset.article;
      if (id && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        article.value = nameOf(data, id);
        update();
        article.focus();
      }
    });
    addEventListener("popstate", () => {
      fill(form, fromQuery(location.search), data);
      update();
    });
    update();
  }

  /**
   * The field with this name; of radio buttons the one that is chosen by its value.
   *
   * @param {HTMLFormElement} form
   * @param {string} name
   * @returns {HTMLInputElement}
   */
  function field(form, name) {
    const selector = name === "gain" ? "input[name=gain][value=yuan]" : `input[name=${name}]`;
    return /** @type {HTMLInputElement} */ (form.querySelector(selector));
  }

  /** @type {(form: HTMLFormElement, name: string, value: string) => void} */
  function choose(form, name, value) {
    const radio = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name=${name}][value=${value}]`));
    if (radio) {
      radio.checked = true;
    }
  }

  /**
   * @param {HTMLFormElement} form
   * @param {ReturnType<typeof fromQuery>} fields
   * @param {PenaltyData} data
   */
  function fill(form, { article, gain, amount, branches, subject }, data) {
    field(form, "article").value = /^art-/.test(article) ? nameOf(data, article) : article;
    choose(form, "gain", gain);
    choose(form, "subject", subject);
    const { yuan, why } = readAmount(amount);
    field(form, "amount").value = why ? amount : writeExact({ value: yuan, scale: 0 });
    for (const box of boxes(form)) {
      box.checked = branches.includes(box.value);
    }
  }

  /** @param {HTMLFormElement} form */
  function boxes(form) {
    return /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[name=branch]")]);
  }

  /**
   * 第十七條第一款; an id that is not known stays as it is.
   *
   * @param {PenaltyData} data
   * @param {string} id
   */
  function nameOf(data, id) {
    return data.names[id] ?? data.articles.find(([other]) => other === id)?.[1] ?? id;
  }

  /**
   * @param {HTMLElement} root
   * @param {HTMLFormElement} form
   * @param {PenaltyData} data
   */
  function answer(root, form, data) {
    const typed = new FormData(form);
    const text = (/** @type {string} */ name) => String(typed.get(name) ?? "");
    const article = readArticle(text("article"), data);
    const { gain, why } = readGain(text("gain"), text("amount"));
    const known = article.why ? [] : branchesOf(data.rows, article.id);
    for (const box of boxes(form)) {
      /** @type {HTMLElement} */ (box.parentElement).hidden = !article.why && !known.includes(box.value);
    }
    const group = /** @type {HTMLElement | null} */ (form.querySelector("[data-branches]"));
    if (group) {
      group.hidden = !article.why && !known.length;
    }
    const chosen = typed.getAll("branch").map(String);
    const subject = text("subject") === "organisation" ? "organisation" : "person";
    const question = { article: article.id, gain, branches: chosen.filter((code) => known.includes(code)), subject };
    const found = article.why ? null : rangesFor(data, /** @type {PenaltyQuestion} */ (question));
    help(root, "article", found || article.why === "empty" ? "" : articleHelp(root, article, data, text("article")));
    help(root, "amount", why ? words(root, `amount-${why}`) : "");
    const name = nameOf(data, article.id);
    const isNamed = name !== article.id;
    resultOf(root, found, data, gain, article.id, isNamed ? name : text("article").trim());
    write(root, toQuery({ article: isNamed ? article.id : text("article").trim(), gain: text("gain"), amount: text("amount"), branches: chosen, subject }));
  }

  /**
   * @param {HTMLElement} root
   * @param {PenaltyArticle} article
   * @param {PenaltyData} data
   * @param {string} text
   */
  function articleHelp(root, { id, why }, data, text) {
    const whole = id.replace(/-p.*/, "");
    const article = nameOf(data, why === "unknown-part" ? whole : id);
    const parts = Object.keys(data.names).filter((other) => why === "unnamed" && fits(other, whole));
    const name = article === id ? text.trim() : article;
    const said = { text: text.trim().slice(0, 40), article: name, parts: parts.map((part) => data.names[part]).join(root.dataset.and) };
    return words(root, why === "unnamed" && parts.length && id !== whole ? "unnamed-parts" : why, said);
  }

  /**
   * A word of help below a field, or none.
   *
   * @param {HTMLElement} root
   * @param {string} name
   * @param {string} text
   */
  function help(root, name, text) {
    const input = /** @type {HTMLElement} */ (root.querySelector(`#calculator-${name}`));
    const place = /** @type {HTMLElement} */ (root.querySelector(`#calculator-${name}-help`));
    place.textContent = text;
    if (text) {
      input.setAttribute("aria-invalid", "true");
    } else {
      input.removeAttribute("aria-invalid");
    }
  }

  /**
   * The question in the address and in the button that copies it.
   *
   * @param {HTMLElement} root
   * @param {string} query
   */
  function write(root, query) {
    const button = /** @type {HTMLElement | null} */ (root.querySelector("[data-copy]"));
    if (button) {
      button.dataset.copy = `{url}${query}`;
    }
    try {
      if (query !== location.search) {
        history.replaceState(history.state, "", location.pathname + query + location.hash);
      }
    } catch {
      // a browser may forbid it for file: addresses, or too often in a short time
    }
  }

  /** @type {(root: HTMLElement, name: string, text: string) => void} */
  function say(root, name, text) {
    const place = root.querySelector(`[data-${name}]`);
    if (place && place.textContent !== text) {
      place.textContent = text;
    }
  }

  /** @type {(root: HTMLElement, name: string, values?: Record<string, string>) => string} */
  function words(root, name, values = {}) {
    return self.duizhao.wordsOf(root, name, values);
  }

  const root = /** @type {HTMLElement | null} */ (document.querySelector("[data-calculator]"));
  if (root) {
    mount(root);
  }
})();

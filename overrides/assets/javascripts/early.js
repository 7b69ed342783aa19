"use strict";
/**
 * Runs in <head>, before paint: the remembered view and palette. Works where storage is forbidden; what it shares
 * (`recall`, `remember`, `applyPalette`) is used by the controls.
 */
(() => {
  const VIEWS = ["both", "hant", "hans"];

  /**
   * A remembered setting, or "" if there is none or storage is forbidden.
   *
   * @param {"view" | "palette" | "keys" | "layers"} name
   * @returns {string}
   */
  function recall(name) {
    try {
      return localStorage.getItem(`duizhao.${name}`) ?? "";
    } catch {
      return "";
    }
  }

  /**
   * Remember a setting; "" forgets it. Where storage is forbidden it holds for this page only.
   *
   * @param {"view" | "palette" | "keys" | "layers"} name
   * @param {string} value
   */
  function remember(name, value) {
    try {
      if (value) {
        localStorage.setItem(`duizhao.${name}`, value);
      } else {
        localStorage.removeItem(`duizhao.${name}`);
      }
    } catch {
      // private windows and file: may forbid it
    }
  }

  /**
   * The scheme that a remembered choice means.
   *
   * @param {string} choice `default`, `slate`, or anything else: as the system has it
   * @param {boolean} dark whether the system is dark
   * @returns {"default" | "slate"}
   */
  function schemeOf(choice, dark) {
    return choice === "default" || choice === "slate" ? choice : dark ? "slate" : "default";
  }

  /** @param {string} choice */
  function applyPalette(choice) {
    const scheme = schemeOf(choice, matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.palette = scheme;
    document.body?.setAttribute("data-md-color-scheme", scheme);
  }

  /** @param {Document} document */
  function mount(document) {
    const root = document.documentElement;
    root.classList.replace("no-js", "js");
    const view = recall("view");
    if (VIEWS.includes(view)) {
      root.dataset.view = view;
    }
    root.dataset.layers = recall("layers");
    applyPalette(recall("palette"));
    const observer = new MutationObserver(() => {
      if (document.body) {
        observer.disconnect(); // the body has just been opened, nothing is painted yet
        applyPalette(recall("palette"));
      }
    });
    observer.observe(root, { childList: true });
  }

  const exports = { recall, remember, schemeOf, applyPalette };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao || {}, exports);
    mount(document);
  } else {
    module.exports = exports;
  }
})();

"use strict";
/** @typedef {unknown} Bucket */
(() => {
  /** @param {number} _count */
  function makeLawGrams(_count) {
    return {
      add: (/** @type {number} */ _n, /** @type {Bucket} */ _data) => {},
      bucketsFor: (/** @type {string} */ _folded) => /** @type {number[]} */ ([]),
      candidates: (/** @type {string[][]} */ _needles) => /** @type {number[] | null} */ (null),
    };
  }
  const exports = { makeLawGrams };
  if (typeof module === "undefined") {
    self.duizhao = Object.assign(self.duizhao, exports);
  } else {
    module.exports = exports;
  }
})();

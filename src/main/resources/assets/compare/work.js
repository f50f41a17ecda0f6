// Long work in pieces: the page stays alive, and work that nobody waits for any more is dropped.
(function () {
  "use strict";
  const SLICE = 12;

  function breath() {
    return new Promise((resolve) => setTimeout(resolve));
  }

  /** Runs a generator to its end; its result, or undefined when it is no longer wanted. */
  async function run(work, isWanted) {
    let begin = performance.now();
    for (;;) {
      const piece = work.next();
      if (piece.done) {
        return piece.value;
      }
      if (performance.now() - begin > SLICE) {
        await breath();
        if (!isWanted()) {
          return undefined;
        }
        begin = performance.now();
      }
    }
  }

  convatlas.work = { run, breath };
})();

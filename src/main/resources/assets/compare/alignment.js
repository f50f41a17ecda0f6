// Two lists of layers side by side: dev.convatlas.catalog.alignment.Alignment, where the method is
// explained. It works in pieces, so that the page stays alive meanwhile.
(function () {
  "use strict";
  const MOST_PAIRS = 1 << 24;
  const INFINITE = 0x1fffffff;
  const PAIR = 0;
  const REMOVE = 1;
  const ADD = 2;
  const NEXT = 3;
  const REMOVE_MORE = 4;
  const ADD_MORE = 8;
  const PIECE = 100;

  /** What to do next at each pair of places, from the last layers to the first. */
  function* ways(n, m, costs) {
    const { NEVER, OPEN, EXTEND } = convatlas.costs;
    const width = m + 1;
    const result = new Uint8Array((n + 1) * width);
    const freely = new Int32Array(width);
    const removing = new Int32Array(width).fill(INFINITE);
    for (let i = n; i >= 0; i--) {
      const row = i === n ? null : costs.row(i);
      let diagonal = INFINITE;
      let adding = INFINITE;
      for (let j = m; j >= 0; j--) {
        const below = freely[j];
        const remove = i === n ? INFINITE : removing[j] + EXTEND;
        const add = j === m ? INFINITE : adding + EXTEND;
        const pair = i === n || j === m ? NEVER : row[costs.head[j]];
        let best = pair === NEVER ? INFINITE : diagonal + pair;
        let next = PAIR;
        if (i === n && j === m) {
          best = 0;
        }
        if (remove + OPEN < best) {
          best = remove + OPEN;
          next = REMOVE;
        }
        if (add + OPEN < best) {
          best = add + OPEN;
          next = ADD;
        }
        next |= remove <= best ? REMOVE_MORE : 0;
        next |= add <= best ? ADD_MORE : 0;
        result[i * width + j] = next;
        diagonal = below;
        freely[j] = best;
        removing[j] = Math.min(best, remove);
        adding = Math.min(best, add);
      }
      yield;
    }
    return result;
  }

  function walk(n, m, same, costs, taken, steps) {
    let i = 0;
    let j = 0;
    let doing = PAIR;
    while (i < n || j < m) {
      const way = taken[i * (m + 1) + j];
      const more = doing === REMOVE ? way & REMOVE_MORE : doing === ADD ? way & ADD_MORE : 0;
      doing = more ? doing : way & NEXT;
      if (doing === REMOVE) {
        steps.push({ kind: "removed", before: same + i++, after: -1 });
      } else if (doing === ADD) {
        steps.push({ kind: "added", before: -1, after: same + j++ });
      } else {
        const kind = costs.row(i)[costs.head[j]] === 0 ? "same" : "changed";
        steps.push({ kind, before: same + i++, after: same + j++ });
      }
    }
  }

  function* keys(layers) {
    const all = [];
    for (const layer of layers) {
      all.push(convatlas.costs.key(layer));
      if (all.length % PIECE === 0) {
        yield;
      }
    }
    return all;
  }

  /**
   * Yields now and then, and returns the steps: {kind, before, after} with indices of layers, -1
   * for none. Null where the models are too long.
   */
  function* align(before, after) {
    const left = yield* keys(before);
    const right = yield* keys(after);
    let same = 0;
    while (same < Math.min(left.length, right.length) && left[same] === right[same]) {
      same++;
    }
    const n = left.length - same;
    const m = right.length - same;
    if ((n + 1) * (m + 1) > MOST_PAIRS) {
      return null;
    }
    const steps = [];
    for (let i = 0; i < same; i++) {
      steps.push({ kind: "same", before: i, after: i });
    }
    const costs = convatlas.costs.costs(
      { layers: before.slice(same), keys: left.slice(same) },
      { layers: after.slice(same), keys: right.slice(same) }
    );
    walk(n, m, same, costs, yield* ways(n, m, costs), steps);
    return steps;
  }

  /** Steps that follow each other as long as they are alike. */
  function runs(steps, alike) {
    const result = [];
    steps.forEach((step, i) => {
      if (i > 0 && alike(steps[i - 1], step)) {
        result[result.length - 1].push(step);
      } else {
        result.push([step]);
      }
    });
    return result;
  }

  convatlas.alignment = { align, runs };
})();

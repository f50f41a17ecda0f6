// What it costs to call two layers the same one: dev.convatlas.catalog.alignment.Costs, in whole
// numbers, so that both agree.
(function () {
  "use strict";
  const SETTING = 2;
  const MOST_SETTINGS = 3;
  const TYPE = 5;
  const STAGE = 4;
  const SIZE = 1;
  const NEVER = -1;

  /** All that tells layers apart, as one text. */
  function key(layer) {
    return JSON.stringify([
      layer.type,
      layer.kind,
      layer.settings,
      layer.inputs,
      layer.output,
      String(layer.params),
      String(layer.macs),
      layer.stage,
      layer.training,
    ]);
  }

  function sizes(layer) {
    return JSON.stringify([
      layer.inputs,
      layer.output,
      String(layer.params),
      String(layer.macs),
      layer.training,
    ]);
  }

  /** Each kind of layer once, and which of them each layer is. */
  function distinct(layers, keys) {
    const numbers = new Map();
    const kinds = [];
    const indices = layers.map((layer, i) => {
      if (!numbers.has(keys[i])) {
        numbers.set(keys[i], kinds.length);
        const names = Object.keys(layer.settings);
        const texts = names.map((name) => layer.settings[name]);
        kinds.push({ layer, key: keys[i], sizes: sizes(layer), names, texts });
      }
      return numbers.get(keys[i]);
    });
    return { kinds, indices };
  }

  /** Settings that only one has, or that have another value; not more than count. */
  function differing(a, b) {
    let count = 0;
    for (let i = 0; i < a.names.length && count < MOST_SETTINGS; i++) {
      const j = b.names[i] === a.names[i] ? i : b.names.indexOf(a.names[i]);
      count += j < 0 || b.texts[j] !== a.texts[i] ? 1 : 0;
    }
    for (let j = 0; j < b.names.length && count < MOST_SETTINGS; j++) {
      count += a.names[j] === b.names[j] || a.names.includes(b.names[j]) ? 0 : 1;
    }
    return count;
  }

  function between(a, b) {
    if (a.key === b.key) {
      return 0;
    }
    if (a.layer.kind !== b.layer.kind) {
      return NEVER;
    }
    const types = a.layer.type === b.layer.type;
    if (!types && a.layer.kind === "other") {
      return NEVER;
    }
    return (
      (types ? SETTING * differing(a, b) : TYPE) +
      (a.layer.stage === b.layer.stage ? 0 : STAGE) +
      (a.sizes === b.sizes ? 0 : SIZE)
    );
  }

  /** The costs of layers in lists: a row of them is worked out when it is first asked for. */
  function costs(before, after) {
    const rows = distinct(before.layers, before.keys);
    const heads = distinct(after.layers, after.keys);
    const table = new Array(rows.kinds.length);

    function row(i) {
      const kind = rows.indices[i];
      if (table[kind] === undefined) {
        table[kind] = Int8Array.from(heads.kinds, (head) => between(rows.kinds[kind], head));
      }
      return table[kind];
    }

    return { row, head: heads.indices };
  }

  convatlas.costs = { key, costs, NEVER, OPEN: 6, EXTEND: 3 };
})();

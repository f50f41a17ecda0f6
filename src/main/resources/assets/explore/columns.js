// What the table can show of a model, and the scatter can draw. One list, in the order of the table.
(function () {
  "use strict";
  const { word, numbers } = convatlas;
  const data = convatlas.readCatalog();
  const { models } = data;
  const explore = { data, models };
  convatlas.explore = explore;

  // Figures of which a reader wants little.
  const LESS = ["params", "macs", "peak"];

  function counted(id, label, hint, format) {
    return {
      id,
      label,
      hint,
      isNumber: true,
      value: (model) => model[id],
      text: (model) =>
        model[id] === null
          ? numbers.NONE
          : numbers.atLeast(model[id], !model.isLeast(id), format || numbers.brief),
      tick: format === numbers.bytes ? numbers.bytes : numbers.tick,
      wanted: LESS.includes(id) ? "less" : "",
    };
  }

  function plain(id, label, hint, text) {
    return { id, label, hint, isNumber: false, value: text, text, tick: null, wanted: "" };
  }

  function metric(of) {
    const known = models.filter((model) => model.metrics[of.id] !== null).length;
    return {
      id: "metric-" + of.id,
      label: of.title,
      hint: of.unit === "" ? "" : word("site.metric.hint", of.title, of.unit),
      isNumber: true,
      isUsual: known > 0 && known * 4 >= models.length,
      value: (model) => (model.metrics[of.id] === null ? null : Number(model.metrics[of.id])),
      text: (model) => model.metrics[of.id] ?? "",
      tick: (value) => String(Number(value.toPrecision(6))),
      wanted: of.higher === undefined ? "" : of.higher ? "more" : "less",
    };
  }

  function usual(column) {
    return Object.assign(column, { isUsual: true });
  }

  const all = [
    usual(plain("model", word("site.model"), "", (model) => model.title)),
    usual(counted("params", word("site.params"), word("site.params.hint"))),
    usual(counted("macs", word("site.macs"), word("site.macs.hint", data.convention))),
    usual(counted("field", word("site.field"), word("site.field.hint"), numbers.exact)),
    usual(counted("layers", word("site.layers"), word("site.layers.hint"), numbers.exact)),
    counted("depth", word("site.depth"), word("site.depth.note"), numbers.exact),
    counted("peak", word("site.memory"), word("site.memory.note"), numbers.bytes),
    usual(plain("input", word("site.input"), "", (model) => model.input)),
    ...data.metrics.map(metric),
    usual({
      id: "year",
      label: word("site.year"),
      hint: "",
      isNumber: true,
      value: (model) => model.year,
      text: (model) => (model.year === null ? "" : String(model.year)),
      tick: String,
      wanted: "",
    }),
    plain("task", word("explore.task"), "", (model) => data.said(model.task)),
    usual(plain("family", word("site.family"), "", (model) => model.family.title)),
    plain("tags", word("explore.tags"), "", (model) => model.tags.map(data.said).join(", ")),
  ];

  const ranks = new Map();

  /** Comparing names costs too much to be done in every sort: it is done once for each column. */
  function rank(column) {
    if (!ranks.has(column.id)) {
      const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
      const places = new Array(models.length);
      models
        .map((model) => ({ at: model.at, text: column.text(model) }))
        .sort((a, b) => collator.compare(a.text, b.text) || a.at - b.at)
        .forEach((entry, place) => {
          places[entry.at] = entry.text === "" ? null : place;
        });
      ranks.set(column.id, places);
    }
    return ranks.get(column.id);
  }

  /** What a column is sorted by; null comes last both ways. */
  function key(column) {
    if (column.isNumber || column.id === "input") {
      return column.isNumber ? column.value : size;
    }
    const places = rank(column);
    return (model) => places[model.at];
  }

  const sizes = data.inputs.map((input) =>
    input.split(", ").reduce((sum, shape) => sum + product(shape), 0)
  );

  function product(shape) {
    return shape.split("×").reduce((result, part) => result * Number(part), 1);
  }

  function size(model) {
    return sizes[data.inputs.indexOf(model.input)];
  }

  explore.columns = { all, named: (id) => all.find((column) => column.id === id), key };
})();

// Models side by side: dev.convatlas.catalog.comparison and dev.convatlas.report.ComparisonTable.
(function () {
  "use strict";
  const GROUPS = [
    "identity",
    "shapes",
    "cost",
    "field",
    "memory",
    "structure",
    "measured",
    "stages",
    "layers",
  ];
  const HEAD = -1;

  /** Values as the data has them, one of four kinds. */
  function kindOf(value) {
    if (typeof value === "number" || typeof value === "bigint") {
      return "number";
    }
    if (typeof value === "string") {
      return "words";
    }
    return "least" in value ? "bound" : "none" in value ? "none" : "words";
  }

  function canonical(value) {
    return JSON.stringify(value, (name, part) => (typeof part === "bigint" ? part + "n" : part));
  }

  const equal = (a, b) => canonical(a) === canonical(b);

  function stageRows(models) {
    const stages = new Set(models.flatMap((model) => [...model.stages.keys()]));
    const ordered = [...stages].filter((stage) => stage !== HEAD).sort((a, b) => a - b);
    return ordered.concat(stages.has(HEAD) ? [HEAD] : []).flatMap((stage) =>
      ["params", "macs"].map((figure) => ({
        id: "stage_" + (stage === HEAD ? "head" : stage) + "_" + figure,
        group: "stages",
        label: convatlas.word("compare.stage." + figure, stageName(stage)),
        unit: "count",
        direction: "cheaper",
        value: (model) => (model.stages.has(stage) ? model.stages.get(stage)[figure] : 0),
      }))
    );
  }

  function stageName(stage) {
    if (stage === HEAD) {
      return convatlas.word("compare.head");
    }
    return stage === 0
      ? convatlas.word("compare.stage.full")
      : convatlas.word("compare.stage", "1/" + 2 ** stage);
  }

  function typeRows(models) {
    const types = new Set(models.flatMap((model) => Object.keys(model.types)));
    return [...types].sort().map((type) => ({
      id: "type_" + type,
      group: "layers",
      label: convatlas.word("compare.type", type),
      unit: "exact",
      direction: "neutral",
      value: (model) => model.types[type] || 0,
    }));
  }

  function traits(catalog, convention, models) {
    const fixed = catalog.figures.map((figure) =>
      figure.id === "macs"
        ? {
            ...figure,
            label: convatlas.word("compare.operations", convention.unit, convention.name),
            value: (model) => model.operations[convention.name],
          }
        : { ...figure, value: (model) => model.figures[figure.id] }
    );
    return fixed.concat(stageRows(models), typeRows(models));
  }

  /** Data that a cache has kept may be older than the page; its schema says so. */
  function notices(catalog, models, convention) {
    const found = [];
    if (models.some((model) => model.schema !== catalog.schema)) {
      found.push(convatlas.word("compare.view.versions"));
    }
    if (models.some((model) => !equal(model.inputs, models[0].inputs))) {
      found.push(convatlas.word("compare.notice.inputs"));
    }
    const counts = (model) => [
      model.figures.params,
      model.figures.buffers,
      model.operations[convention.name],
      model.figures.activations,
    ];
    if (models.some((model) => counts(model).some((value) => kindOf(value) === "bound"))) {
      found.push(convatlas.word("compare.notice.incomplete"));
    }
    return found;
  }

  /** Rows with the values of the models; base is an index, convention one of the catalog's. */
  function compare(catalog, models, base, convention) {
    const rows = traits(catalog, convention, models).map((trait) => {
      const values = models.map(trait.value);
      return { trait, values, same: values.every((value) => equal(value, values[0])) };
    });
    return { models, base, convention, rows, notices: notices(catalog, models, convention) };
  }

  function format(unit) {
    const { exact, brief, pixels, bytes } = convatlas.numbers;
    return { words: exact, exact, count: brief, pixels, bytes }[unit];
  }

  /** A value, and why it is missing or no more than a lower bound. */
  function alone(trait, value) {
    const { text } = convatlas.data;
    const { NONE, atLeast } = convatlas.numbers;
    switch (kindOf(value)) {
      case "none":
        return { text: NONE, note: text(value.none), style: "z" };
      case "bound":
        return {
          text: atLeast(value.least, false, format(trait.unit)),
          note: text(value.why),
          style: "",
        };
      case "number":
        return { text: format(trait.unit)(value), note: "", style: "" };
      default:
        return { text: text(value), note: "", style: "" };
    }
  }

  function against(trait, base, value) {
    const cell = alone(trait, value);
    const kind = kindOf(value);
    if (kind === "none") {
      return cell;
    }
    if (equal(value, base) && cell.note === "") {
      return { ...cell, note: convatlas.word("number.same"), style: "same" };
    }
    if (kind !== "number" || kindOf(base) !== "number") {
      return cell;
    }
    const { pixelChange, change } = convatlas.numbers;
    const note =
      trait.unit === "pixels" ? pixelChange(base, value) : change(base, value, format(trait.unit));
    const style = trait.direction === "neutral" ? "other" : value < base ? "less" : "more";
    return { ...cell, note, style };
  }

  /** Figures of which less is cheaper have a bar each: percents of the largest, or none at all. */
  function bars(trait, values) {
    const known = values.every((value) => ["number", "bound"].includes(kindOf(value)));
    if (!known || values.length < 2 || !["cost", "memory", "stages"].includes(trait.group)) {
      return values.map(() => 0);
    }
    const sizes = values.map((value) => Number(kindOf(value) === "bound" ? value.least : value));
    return sizes.map((size) => Math.round((100 * size) / Math.max(1, ...sizes)));
  }

  /** Ready to print: sections of lines of cells, without rows in which no model has anything. */
  function table(comparison, onlyDifferences) {
    const { base } = comparison;
    const lines = comparison.rows
      .filter((row) => row.values.some((value) => kindOf(value) !== "none"))
      .map(({ trait, values, same }) => ({
        id: trait.id,
        group: trait.group,
        label: trait.label,
        same,
        cells: values.map((value, i) =>
          i === base ? alone(trait, value) : against(trait, values[base], value)
        ),
        bars: bars(trait, values),
      }));
    const shown = onlyDifferences ? lines.filter((line) => !line.same) : lines;
    const sections = GROUPS.map((group) => ({
      id: group,
      title: convatlas.word("compare.group." + group),
      lines: shown.filter((line) => line.group === group),
    })).filter((section) => section.lines.length > 0);
    return { sections, hidden: lines.length - shown.length };
  }

  convatlas.comparison = { compare, table, kindOf, stageName, HEAD };
})();

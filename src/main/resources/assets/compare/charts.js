// The charts of a comparison: what they show, and the figures around the drawings.
(function () {
  "use strict";
  const { element, word } = convatlas;
  const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const brief = (value) => convatlas.numbers.brief(BigInt(Math.round(value)));
  const tick = (value) => convatlas.numbers.tick(BigInt(Math.round(value)));
  const exact = (value) => convatlas.numbers.exact(BigInt(Math.round(value)));

  /** Added up over the layers, from the input to the output. */
  function sums(model, figure) {
    const points = [[0, 0, ""]];
    let sum = 0;
    model.layers.forEach((layer, i) => {
      sum += Number(figure(layer));
      points.push([(i + 1) / model.layers.length, sum, layer.path]);
    });
    return points;
  }

  function named(models, points) {
    return models
      .map((model, i) => ({
        name: model.title,
        color: convatlas.view.COLORS[i],
        number: i,
        points: points(model),
      }))
      .filter((one) => one.points.length > 0);
  }

  /** The last point that is not beyond a share of the depth. */
  function at(points, share) {
    let low = 0;
    let high = points.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (points[middle][0] <= share + 1e-9) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return points[low];
  }

  function told(title, sentences) {
    return word("compare.chart.alt", title, sentences.reduce((all, one) => word("chart.and", all, one)));
  }

  function cumulative(id, models, axis, figure) {
    const series = named(models, (model) => sums(model, figure));
    const totals = series.map((one) => {
      const last = one.points[one.points.length - 1][1];
      const half = one.points.find(([, sum]) => 2 * sum >= last);
      return word("compare.chart.half", one.name, brief(last), Math.round(100 * half[0]));
    });
    const title = word("compare.chart.cumulative", axis);
    const alt = told(title, totals);
    return { id, title, alt, vertical: axis, series, tick, value: brief };
  }

  function growth(models) {
    const series = named(models, (model) =>
      model.growth
        ? [[0, 1, ""]].concat(
            model.growth.steps.map(([place, path, size]) => [
              (place + 1) / model.growth.operations,
              Number(size),
              path,
            ])
          )
        : []
    );
    const ringed = series.map((one) => {
      const model = models[one.number];
      const first = model.growth.steps.findIndex((step) => step[3]);
      return { ...one, rings: first < 0 ? [] : [one.points[first + 1]] };
    });
    const known = models.filter((model) => model.growth);
    const marks = [...new Set(known.map((model) => Number(model.growth.input)))];
    const last = ringed.map((one) =>
      word("compare.chart.reach", one.name, exact(one.points[one.points.length - 1][1]))
    );
    const notes = [word("compare.chart.inputs")];
    if (ringed.some((one) => one.rings.length > 0)) {
      notes.push(word("compare.chart.global"));
    }
    const title = word("compare.chart.field");
    return {
      id: "field",
      title,
      alt: told(title, last),
      vertical: word("compare.chart.pixels"),
      series: ringed,
      marks,
      notes,
      tick: exact,
      value: exact,
    };
  }

  function stages(id, models, axis, figure) {
    const { HEAD, stageName } = convatlas.comparison;
    const all = new Set(models.flatMap((model) => [...model.stages.keys()]));
    const order = [...all].sort((a, b) => (a === HEAD) - (b === HEAD) || a - b);
    const value = (model, stage) =>
      model.stages.has(stage) ? Number(model.stages.get(stage)[figure]) : 0;
    const series = models.map((model, i) => ({
      name: model.title,
      color: convatlas.view.COLORS[i],
      number: i,
      values: order.map((stage) => value(model, stage)),
    }));
    const categories = order.map(stageName);
    const most = series.map((one) => {
      const top = one.values.indexOf(Math.max(...one.values));
      return word("compare.chart.most", one.name, categories[top], brief(one.values[top]));
    });
    const title = word("compare.chart.stages", axis);
    const alt = told(title, most);
    return { id, title, alt, vertical: axis, series, categories, label: brief };
  }

  /** Operations by stage exist as multiply-accumulates only. */
  function all(models, convention, counted) {
    const params = word("compare.params");
    const list = [
      cumulative("params", models, params, (layer) => layer.params),
      cumulative("operations", models, convention.unit, (layer) => layer.counts[counted]),
      stages("stage-params", models, params, "params"),
      stages("stage-macs", models, "MACs", "macs"),
      growth(models),
    ];
    return list.filter((chart) => chart.series.length > 0);
  }

  function cellTable(head, names, lines) {
    return element(
      "div",
      { class: "scroll", tabindex: 0, role: "group", "aria-label": head },
      element(
        "table",
        {},
        element(
          "thead",
          {},
          element(
            "tr",
            {},
            element("th", { scope: "col" }, head),
            names.map((name) => element("th", { scope: "col", class: "n" }, name))
          )
        ),
        element(
          "tbody",
          {},
          lines.map(([label, cells]) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, label),
              cells.map((cell) => element("td", { class: "n" }, cell))
            )
          )
        )
      )
    );
  }

  /** The data that a drawing shows: lines at tenths of the depth. */
  function dataTable(chart) {
    const names = chart.series.map((one) => one.name);
    if (chart.categories) {
      const lines = chart.categories.map((name, i) => [
        name,
        chart.series.map((one) => exact(one.values[i])),
      ]);
      return cellTable(word("compare.chart.stage"), names, lines);
    }
    const lines = TENTHS.map((tenth) => [
      10 * tenth + "\u00a0%",
      chart.series.map((one) => exact(at(one.points, tenth / 10)[1])),
    ]);
    return cellTable(word("compare.chart.depth"), names, lines);
  }

  function draw(chart, place, readout) {
    const width = Math.max(240, Math.floor(place.clientWidth));
    if (chart.categories) {
      place.replaceChildren(convatlas.plot.bars(chart, width));
      return;
    }
    const { drawing, cursor, share, x } = convatlas.plot.lines(chart, width);
    const hide = () => {
      cursor.setAttribute("visibility", "hidden");
      readout.textContent = "\u00a0";
    };
    drawing.addEventListener("pointerleave", hide);
    drawing.addEventListener("pointermove", (event) => {
      const px = event.clientX - drawing.getBoundingClientRect().left;
      const depth = Math.max(0, Math.min(1, share(px)));
      cursor.setAttribute("x1", x(depth));
      cursor.setAttribute("x2", x(depth));
      cursor.setAttribute("visibility", "visible");
      readout.textContent = chart.series
        .map((one) => {
          const [, value, path] = at(one.points, depth);
          return one.name + " " + chart.value(value) + (path ? " (" + path + ")" : "");
        })
        .join(" · ");
    });
    place.replaceChildren(drawing);
  }

  /** A figure with its legend, its drawing and its data; drawn again when its width changes. */
  function figure(chart) {
    const place = element("div", { class: "drawing" });
    const readout = element("p", { class: "readout" }, "\u00a0");
    const legend = chart.series.map((one) =>
      element(
        "span",
        { class: "legend" },
        chart.categories
          ? element("i", { class: "swatch c" + one.color, "aria-hidden": "true" })
          : convatlas.plot.sample(one),
        one.name
      )
    );
    let width = 0;
    new ResizeObserver(() => {
      if (place.clientWidth !== width) {
        width = place.clientWidth;
        draw(chart, place, readout);
      }
    }).observe(place);
    const stagesAxis = word("compare.chart.stages.axis");
    const [down, right] = chart.categories
      ? [stagesAxis, chart.vertical]
      : [chart.vertical, word("compare.chart.depth")];
    return element(
      "figure",
      { class: "chart drawn", id: "chart-" + chart.id },
      element("figcaption", {}, element("b", {}, chart.title), legend),
      element("p", { class: "axis" }, down),
      place,
      element("p", { class: "axis x" }, right),
      chart.categories ? null : readout,
      (chart.notes || []).map((note) => element("p", { class: "note" }, note)),
      element("details", {}, element("summary", {}, word("site.chart.data")), dataTable(chart))
    );
  }

  convatlas.charts = { all, figure };
})();

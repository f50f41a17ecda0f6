// Two figures of every model that passes the filters, a third as the size of its dot.
(function () {
  "use strict";
  const { word, element, shape, numbers, explore } = convatlas;
  const { all, named } = explore.columns;
  const { scale, front } = explore.scales;
  // As in dev.convatlas.chart.CatalogCharts: the largest families have colours, the others share one.
  const COLORS = [0, 1, 2, 3, 5, 6, 7];
  const OTHERS = 4;
  const EDGE = { top: 10, right: 14, bottom: 26, left: 52 };
  const FIGURES = all.filter((column) => column.isNumber);

  function colors() {
    const sizes = new Map();
    explore.models.forEach((model) => {
      sizes.set(model.family, (sizes.get(model.family) || 0) + 1);
    });
    const largest = Array.from(sizes.keys())
      .sort((a, b) => sizes.get(b) - sizes.get(a))
      .slice(0, COLORS.length);
    const drawn = explore.data.families.filter((family) => Array.from(sizes.keys()).some((f) => f === family));
    const map = new Map();
    drawn.filter((family) => largest.includes(family)).forEach((family, at) => map.set(family, COLORS[at]));
    return map;
  }

  function picker(label, ids, changed) {
    const options = ids.map((id) =>
      element("option", { value: id }, id === "" ? word("explore.size.none") : named(id).label)
    );
    const select = element("select", {}, options);
    select.addEventListener("change", () => changed(select.value));
    return { select, label: element("label", {}, element("span", {}, label), " ", select) };
  }

  function Scatter(figure, changed) {
    const ids = FIGURES.map((column) => column.id);
    this.colors = colors();
    this.pickers = {
      y: picker(word("explore.y"), ids, (id) => changed((state) => (state.y = id))),
      x: picker(word("explore.x"), ids, (id) => changed((state) => (state.x = id))),
      size: picker(word("explore.size"), [""].concat(ids), (id) =>
        changed((state) => (state.size = id))
      ),
    };
    this.lines = element("input", { type: "checkbox" });
    this.lines.addEventListener("change", () => {
      changed((state) => (state.lines = this.lines.checked));
    });
    this.plot = element("div", { class: "plot", tabindex: "0", role: "group" });
    this.tip = element("p", { class: "tip", role: "status" });
    this.legend = element("p", { class: "legend" });
    this.note = element("p", { class: "note" });
    this.current = -1;
    this.dots = [];
    figure.append(
      element(
        "div",
        { class: "axes" },
        Object.values(this.pickers).map((one) => one.label),
        element("label", {}, this.lines, " ", word("explore.lines"))
      ),
      this.plot,
      this.tip,
      this.legend,
      this.note
    );
    this.listen();
    // In the next frame: drawn here, a picture that changes its own height would be observed again.
    new ResizeObserver(() => requestAnimationFrame(() => this.draw())).observe(this.plot);
  }

  Scatter.prototype.listen = function () {
    this.plot.addEventListener("pointermove", (event) => this.point(this.nearest(event)));
    this.plot.addEventListener("pointerleave", () => this.point(-1));
    this.plot.addEventListener("click", (event) => this.open(this.nearest(event)));
    this.plot.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step && this.dots.length > 0) {
        event.preventDefault();
        this.point((this.current + step + this.dots.length) % this.dots.length);
      } else if (event.key === "Enter") {
        this.open(this.current);
      }
    });
  };

  Scatter.prototype.open = function (at) {
    if (at >= 0) {
      location.href = "models/" + encodeURIComponent(this.dots[at].model.id) + ".html";
    }
  };

  Scatter.prototype.nearest = function (event) {
    const box = this.plot.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    let best = -1;
    let least = 24 * 24;
    this.dots.forEach((dot, at) => {
      const away = (dot.left - x) ** 2 + (dot.top - y) ** 2;
      if (away < Math.max(least, 0) || (away < dot.radius ** 2 && away < least)) {
        least = away;
        best = at;
      }
    });
    return best;
  };

  Scatter.prototype.point = function (at) {
    this.current = at;
    this.plot.classList.toggle("hit", at >= 0);
    if (this.ring) {
      this.ring.setAttribute("r", at < 0 ? 0 : this.dots[at].radius + 3);
      if (at >= 0) {
        this.ring.setAttribute("cx", this.dots[at].left);
        this.ring.setAttribute("cy", this.dots[at].top);
      }
    }
    this.tip.replaceChildren();
    if (at >= 0) {
      const { model } = this.dots[at];
      const shown = [this.state.x, this.state.y, this.state.size].filter((id) => id !== "");
      this.tip.append(
        element("b", {}, model.title),
        Array.from(new Set(shown)).map((id) =>
          element("span", {}, named(id).label + " " + named(id).text(model))
        )
      );
    }
  };

  Scatter.prototype.show = function (state, models) {
    this.state = state;
    this.models = models;
    Object.keys(this.pickers).forEach((key) => {
      this.pickers[key].select.value = state[key];
    });
    this.lines.checked = state.lines;
    this.draw();
  };

  Scatter.prototype.draw = function () {
    const width = this.plot.clientWidth;
    if (!this.state || width === 0) {
      return;
    }
    const height = Math.round(Math.max(260, Math.min(460, width * 0.62)));
    const x = named(this.state.x);
    const y = named(this.state.y);
    const size = this.state.size === "" ? null : named(this.state.size);
    const known = (column, model) => column.value(model) !== null;
    const drawn = this.models.filter((model) => known(x, model) && known(y, model));
    this.point(-1);
    this.plot.replaceChildren();
    this.ring = null;
    this.dots = [];
    const left = this.models.length - drawn.length;
    this.note.textContent = left === 0 ? "" : word("explore.left", numbers.exact(left));
    this.plot.setAttribute("aria-label", word("explore.plot", drawn.length, x.label, y.label));
    if (drawn.length === 0) {
      this.legend.replaceChildren();
      return;
    }
    const across = scale(drawn.map(x.value), EDGE.left, width - EDGE.right);
    const up = scale(drawn.map(y.value), height - EDGE.bottom, EDGE.top);
    const most = size === null ? 0 : Math.max(1, ...drawn.map((model) => size.value(model) || 0));
    this.dots = drawn
      .map((model) => ({
        model,
        x: x.value(model),
        y: y.value(model),
        left: across.place(x.value(model)),
        top: up.place(y.value(model)),
        radius: size === null ? 4.5 : 3 + 15 * Math.sqrt((size.value(model) || 0) / most),
      }))
      .sort((a, b) => a.x - b.x || a.model.at - b.model.at);
    const svg = shape("svg", { width, height, viewBox: "0 0 " + width + " " + height, "aria-hidden": "true" });
    this.grid(svg, across, up, x, y, width, height);
    const best =
      x.wanted !== "" && y.wanted !== "" && x !== y ? front(this.dots, x.wanted, y.wanted) : [];
    if (this.state.lines) {
      this.families(svg);
    }
    if (best.length > 1) {
      svg.append(shape("path", { class: "front", d: path(best) }));
    }
    this.circles().forEach((run) => {
      svg.append(shape("path", { class: "dot k" + run.color, d: run.circles.join("") }));
    });
    this.names(svg, best.length > 1 ? best : this.dots, width);
    this.ring = shape("circle", { class: "ring", r: 0 });
    svg.append(this.ring);
    this.plot.append(svg);
    this.keys(best.length);
  };

  function path(dots) {
    return dots.map((dot, at) => (at === 0 ? "M" : "L") + dot.left.toFixed(1) + " " + dot.top.toFixed(1)).join("");
  }

  function circle(dot) {
    const r = dot.radius.toFixed(1);
    const half = "a" + r + " " + r + " 0 1 0 ";
    const start = (dot.left - dot.radius).toFixed(1) + " " + dot.top.toFixed(1);
    return "M" + start + half + 2 * r + " 0" + half + -2 * r + " 0";
  }

  /** The large ones first, under the small ones. Those of one size and colour are one shape: 5,000 would take long. */
  Scatter.prototype.circles = function () {
    const runs = [];
    this.dots
      .map((dot) => ({ dot, color: this.color(dot.model) }))
      .sort((a, b) => b.dot.radius - a.dot.radius || b.color - a.color)
      .forEach(({ dot, color }) => {
        const last = runs[runs.length - 1];
        if (last !== undefined && last.color === color) {
          last.circles.push(circle(dot));
        } else {
          runs.push({ color, circles: [circle(dot)] });
        }
      });
    return runs;
  };

  Scatter.prototype.color = function (model) {
    const color = this.colors.get(model.family);
    return color === undefined ? OTHERS : color;
  };

  Scatter.prototype.grid = function (svg, across, up, x, y, width, height) {
    up.ticks.forEach((value) => {
      const top = up.place(value);
      svg.append(
        shape("path", { class: "grid", d: "M" + EDGE.left + " " + top.toFixed(1) + "H" + (width - EDGE.right) }),
        shape("text", { class: "tick", x: EDGE.left - 6, y: (top + 4).toFixed(1), "text-anchor": "end" }, y.tick(value))
      );
    });
    let last = -Infinity;
    across.ticks.forEach((value) => {
      const at = across.place(value);
      svg.append(
        shape("path", { class: "grid", d: "M" + at.toFixed(1) + " " + EDGE.top + "V" + (height - EDGE.bottom) })
      );
      if (at - last > 44 && at < width - 18) {
        last = at;
        svg.append(
          shape("text", { class: "tick", x: at.toFixed(1), y: height - 8, "text-anchor": "middle" }, x.tick(value))
        );
      }
    });
  };

  Scatter.prototype.families = function (svg) {
    const lines = new Map();
    this.dots.forEach((dot) => {
      const { family } = dot.model;
      lines.set(family, (lines.get(family) || []).concat(dot));
    });
    lines.forEach((dots) => {
      if (dots.length > 1) {
        svg.append(shape("path", { class: "family k" + this.color(dots[0].model), d: path(dots) }));
      }
    });
  };

  /** Names where there is room; a name that would lie on another is left out. */
  Scatter.prototype.names = function (svg, dots, width) {
    const taken = [];
    dots.slice(0, 60).forEach((dot) => {
      const long = 6.1 * Array.from(dot.model.title).reduce((sum, c) => sum + (c > "\u2e80" ? 2 : 1), 0);
      const goesLeft = dot.left + dot.radius + 4 + long > width - 4;
      const start = goesLeft ? dot.left - dot.radius - 4 - long : dot.left + dot.radius + 4;
      const box = { left: start, right: start + long, top: dot.top - 8, bottom: dot.top + 6 };
      const isFree = taken.every(
        (other) =>
          box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom
      );
      if (isFree && start > EDGE.left) {
        taken.push(box);
        svg.append(
          shape(
            "text",
            { class: "name", x: (goesLeft ? dot.left - dot.radius - 4 : start).toFixed(1), y: (dot.top + 4).toFixed(1), "text-anchor": goesLeft ? "end" : "start" },
            dot.model.title
          )
        );
      }
    });
  };

  Scatter.prototype.keys = function (best) {
    const seen = new Set(this.dots.map((dot) => dot.model.family));
    const shown = explore.data.families.filter((family) => this.colors.has(family) && seen.has(family));
    const entries = shown.map((family) =>
      element("span", { class: "dots k" + this.colors.get(family) }, family.title)
    );
    if (seen.size > shown.length) {
      entries.push(element("span", { class: "dots k" + OTHERS }, word("explore.others")));
    }
    if (best > 1) {
      entries.push(element("span", { class: "fronts" }, word("explore.front", best)));
    }
    this.legend.replaceChildren(...entries);
  };

  explore.Scatter = Scatter;
})();

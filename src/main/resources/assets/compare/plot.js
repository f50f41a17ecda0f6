// Draws charts of several models as SVG, in the looks of the site's other charts. A chart is data:
// {title, alt, vertical, horizontal, series, …} as charts.js makes it.
(function () {
  "use strict";
  const { shape } = convatlas;
  const DASHES = [null, "7 4", "2 3", "9 3 2 3", "14 4", "1 4"];
  const TEXT = "12px 'DejaVu Sans', Verdana, sans-serif";
  const PLOT = 250;
  const TOP = 10;
  const GAP = 8;
  const BAR = 13;
  const BETWEEN = 12;
  const HEADROOM = 1.04;
  const ruler = document.createElement("canvas").getContext("2d");

  function widest(texts) {
    ruler.font = TEXT;
    return Math.max(0, ...texts.map((text) => ruler.measureText(text).width));
  }

  function text(content, x, y, anchor) {
    return shape("text", { x, y: y + 4, "text-anchor": anchor || "start" }, content);
  }

  function line(x1, y1, x2, y2, kind) {
    return shape("line", { x1, y1, x2, y2, class: kind });
  }

  /** Zero and the multiples of 1, 2 or 5 times a power of ten up to the largest value. */
  function ticks(largest, wanted) {
    const rough = Math.max(1, largest / wanted);
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((f) => f * power).find((size) => size >= rough * 0.999);
    const all = [];
    for (let value = 0; value <= largest; value += step) {
      all.push(value);
    }
    return all;
  }

  /** The points of a series as a path; those that fall on one pixel are one. */
  function path(points, place) {
    let last = [-9, -9];
    return points
      .map(place)
      .filter(([x, y], i) => {
        const far = Math.abs(x - last[0]) >= 0.7 || Math.abs(y - last[1]) >= 0.7;
        if (far || i === points.length - 1) {
          last = [x, y];
          return true;
        }
        return false;
      })
      .map(([x, y], i) => (i === 0 ? "M" : "L") + x.toFixed(1) + " " + y.toFixed(1))
      .join("");
  }

  function frame(width, height, alt, children) {
    const box = { viewBox: "0 0 " + width + " " + height, width, height };
    return shape("svg", { ...box, class: "plot", role: "img", "aria-label": alt }, ...children);
  }

  /** Lines over 0 to 1, the first axis a share of the depth. */
  function lines(chart, width) {
    const values = chart.series.flatMap((one) => one.points.map(([, y]) => y));
    const marks = chart.marks || [];
    const largest = Math.max(1, ...values, ...marks);
    const steps = ticks(largest, 5);
    const left = GAP + Math.ceil(widest(steps.map(chart.tick)));
    const right = GAP + Math.max(12, Math.ceil(widest(marks.map(chart.tick))));
    const across = width - left - right;
    const x = (share) => left + share * across;
    const y = (value) => TOP + (1 - value / (largest * HEADROOM)) * PLOT;
    const quarters = width < 420 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
    const drawing = frame(width, TOP + PLOT + 26, chart.alt, [
      steps.map((value) => [
        line(left, y(value), left + across, y(value), "grid"),
        text(chart.tick(value), left - GAP, y(value), "end"),
      ]),
      quarters.map((share) => text(100 * share + "\u00a0%", x(share), TOP + PLOT + 16, "middle")),
      line(left, TOP + PLOT, left + across, TOP + PLOT, "axis"),
      marks.map((value) => [
        line(left, y(value), left + across, y(value), "mark"),
        text(chart.tick(value), left + across + 4, y(value)),
      ]),
      chart.series.map((one) => [
        shape("path", {
          class: "line c" + one.color,
          d: path(one.points, ([at, value]) => [x(at), y(value)]),
          "stroke-dasharray": DASHES[one.number],
        }),
        (one.rings || []).map(([at, value]) =>
          shape("circle", { class: "ring c" + one.color, cx: x(at), cy: y(value), r: 4 })
        ),
      ]),
    ].flat(3));
    const cursor = line(left, TOP, left, TOP + PLOT, "cursor");
    cursor.setAttribute("visibility", "hidden");
    drawing.append(cursor);
    return { drawing, cursor, share: (px) => (px - left) / across, x };
  }

  /** For each category a bar of each series, all on one axis. */
  function bars(chart, width) {
    const labels = chart.series.flatMap((one) => one.values.map((value) => chart.label(value)));
    const left = GAP + Math.ceil(widest(chart.categories));
    const right = GAP + Math.ceil(widest(labels));
    const across = Math.max(40, width - left - right);
    const largest = Math.max(1, ...chart.series.flatMap((one) => one.values));
    const group = chart.series.length * BAR + BETWEEN;
    const height = chart.categories.length * group + 4;
    return frame(width, height, chart.alt, [
      chart.categories.map((name, i) => [
        text(name, left - GAP, i * group + (group - BETWEEN) / 2 + BETWEEN / 2, "end"),
        chart.series.map((one, j) => {
          const top = i * group + BETWEEN / 2 + j * BAR;
          const size = (one.values[i] / largest) * across;
          return [
            shape("rect", {
              class: "bar c" + one.color,
              x: left,
              y: top,
              width: size.toFixed(1),
              height: BAR - 2,
            }),
            text(chart.label(one.values[i]), left + size + 5, top + (BAR - 2) / 2),
          ];
        }),
      ]),
      line(left, 2, left, height - 4, "axis"),
    ].flat(4));
  }

  /** A piece of the line that a legend shows. */
  function sample(one) {
    return shape(
      "svg",
      { class: "plot sample", viewBox: "0 0 26 8", width: 26, height: 8, "aria-hidden": "true" },
      shape("path", {
        class: "line c" + one.color,
        d: "M0 4H26",
        "stroke-dasharray": DASHES[one.number],
      })
    );
  }

  convatlas.plot = { lines, bars, sample };
})();

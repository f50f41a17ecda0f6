// The receptive field of a layer on the input: by a slider, and by the row that is pointed at.
(function () {
  "use strict";

  var figure = document.getElementById("field-figure");
  var table = document.querySelector("table.layers");
  if (!figure || !table) {
    return;
  }

  var NS = "http://www.w3.org/2000/svg";
  var panels = Array.prototype.map.call(figure.querySelectorAll("svg"), panel);
  var slider = figure.querySelector("input");
  var readout = figure.querySelector("output");
  var last = null;
  var fields = figure.getAttribute("data-fields").split(";").map(function (text) {
    last = text === "=" ? last : read(text);
    return last;
  });
  var rows = Array.prototype.slice.call(table.querySelectorAll("tr[id^='l-']"));
  var shown = rows.map(function (row, index) { return index; }).filter(function (index) {
    return fields[index];
  });

  // Each picture with a square and a dot of its own for the layer that is pointed at.
  function panel(svg) {
    var square = document.createElementNS(NS, "rect");
    var dot = document.createElementNS(NS, "circle");
    square.setAttribute("class", "now");
    dot.setAttribute("class", "now");
    dot.setAttribute("r", "3");
    svg.appendChild(square);
    svg.appendChild(dot);
    return { view: svg.getAttribute("data-view").split(" ").map(Number), square: square, dot: dot };
  }

  function read(text) {
    if (!text) {
      return null;
    }
    var parts = text.split(" ");
    var rows = part(parts);
    return { rows: rows, columns: parts.length > 4 ? part(parts.slice(4)) : rows };
  }

  function part(parts) {
    return { low: Number(parts[0]), high: Number(parts[1]), jump: parts[2], start: parts[3] };
  }

  function both(field, text) {
    var first = text(field.rows);
    var second = text(field.columns);
    return first === second ? first : first + " × " + second;
  }

  function minus(text) {
    return String(text).replace("-", "−");
  }

  function describe(index) {
    var field = fields[index];
    var words = figure.getAttribute("data-words").split("|");
    return (
      rows[index].id.slice(2) + ": " +
      words[0] + " " + both(field, function (p) { return String(p.high - p.low + 1); }) + ", " +
      words[1] + " " + both(field, function (p) { return p.jump === "-" ? "–" : p.jump; }) + ", " +
      words[2] + " " + both(field, function (p) { return minus(p.start); }) + ", " +
      words[3] + " " + both(field, function (p) { return minus(p.low) + " … " + minus(p.high); })
    );
  }

  function place(element, name, value) {
    element.setAttribute(name, String(Math.round(value * 10) / 10));
  }

  function show(index, byPointer) {
    var field = fields[index];
    if (!field) {
      return;
    }
    panels.forEach(function (panel) {
      var scale = panel.view[0];
      var left = panel.view[1];
      var top = panel.view[2];
      place(panel.square, "x", (field.columns.low - left) * scale);
      place(panel.square, "y", (field.rows.low - top) * scale);
      place(panel.square, "width", (field.columns.high - field.columns.low + 1) * scale);
      place(panel.square, "height", (field.rows.high - field.rows.low + 1) * scale);
      place(panel.dot, "cx", ((field.columns.low + field.columns.high + 1) / 2 - left) * scale);
      place(panel.dot, "cy", ((field.rows.low + field.rows.high + 1) / 2 - top) * scale);
    });
    figure.classList.add("picked");
    readout.textContent = describe(index);
    if (byPointer) {
      slider.value = String(shown.indexOf(index));
    }
    slider.setAttribute("aria-valuetext", readout.textContent);
  }

  function rowOf(event) {
    var row = event.target.closest ? event.target.closest("tr[id^='l-']") : null;
    return row ? rows.indexOf(row) : -1;
  }

  slider.max = String(shown.length - 1);
  slider.value = "0";
  figure.classList.add("live");
  slider.addEventListener("input", function () {
    show(shown[Number(slider.value)], false);
  });
  ["mouseover", "focusin"].forEach(function (kind) {
    table.addEventListener(kind, function (event) {
      var index = rowOf(event);
      if (index >= 0) {
        show(index, true);
      }
    });
  });
  figure.querySelectorAll("tbody tr").forEach(function (line) {
    var id = line.querySelector("a").getAttribute("href").slice(1);
    var index = rows.findIndex(function (row) { return row.id === id; });
    ["mouseover", "focusin"].forEach(function (kind) {
      line.addEventListener(kind, function () { show(index, true); });
    });
  });
})();

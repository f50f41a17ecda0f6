// What the reader has chosen, as a value and as the fragment of the address, so that an address
// that is shared or gone back to shows the same.
(function () {
  "use strict";
  const { explore } = convatlas;
  const { all } = explore.columns;
  const CHOICES = ["family", "task", "tag"];
  const RANGES = ["year", "params", "macs", "field"];
  const USUAL = all.filter((column) => column.isUsual).map((column) => column.id);
  const firstMetric = all.find((column) => column.isUsual && column.id.startsWith("metric-"));
  const FACTORS = { "": 1, k: 1e3, m: 1e6, g: 1e9, b: 1e9, t: 1e12, 万: 1e4, 亿: 1e8 };

  function fresh() {
    return {
      q: "",
      family: new Set(),
      task: new Set(),
      tag: new Set(),
      year: ["", ""],
      params: ["", ""],
      macs: ["", ""],
      field: ["", ""],
      sort: "",
      cols: USUAL.slice(),
      x: "params",
      y: firstMetric ? firstMetric.id : "macs",
      size: firstMetric ? "macs" : "",
      lines: false,
    };
  }

  /** The number that a reader wrote, such as 25M or 2.5亿; null when it is none. */
  function number(text) {
    const parts = /^([\d,]*\.?\d+)\s*([kmgbt万亿]?)$/i.exec(text.trim().replace(/，/g, ","));
    return parts === null
      ? null
      : Number(parts[1].replace(/,/g, "")) * FACTORS[parts[2].toLowerCase()];
  }

  function list(text) {
    return text.split(",").filter((part) => part !== "").map(convatlas.decoded);
  }

  function written(names) {
    return Array.from(names).map(encodeURIComponent).join(",");
  }

  function isColumn(id) {
    return explore.columns.named(id) !== undefined;
  }

  function isFigure(id) {
    return isColumn(id) && explore.columns.named(id).isNumber;
  }

  function take(state, key, text) {
    if (CHOICES.includes(key)) {
      state[key] = new Set(list(text));
    } else if (RANGES.includes(key)) {
      const ends = text.split("..").map(convatlas.decoded);
      state[key] = [ends[0] || "", ends[1] || ""];
    } else if (key === "q") {
      state.q = convatlas.decoded(text);
    } else if (key === "sort" && isColumn(text.replace(/^-/, ""))) {
      state.sort = text;
    } else if (key === "cols") {
      state.cols = ["model"].concat(list(text).filter((id) => id !== "model" && isColumn(id)));
    } else if ((key === "x" || key === "y") && isFigure(text)) {
      state[key] = text;
    } else if (key === "size" && (text === "" || isFigure(text))) {
      state.size = text;
    } else if (key === "lines") {
      state.lines = text === "1";
    }
  }

  function parse(fragment) {
    const state = fresh();
    fragment.replace(/^#/, "").split("&").forEach((part) => {
      const at = part.indexOf("=");
      if (at > 0) {
        try {
          take(state, part.slice(0, at), part.slice(at + 1));
        } catch (malformed) {
          // Percent signs that spell nothing: as if the part were not there.
        }
      }
    });
    return state;
  }

  /** Only what is not as it is at first. */
  function print(state) {
    const first = fresh();
    const parts = [];
    if (state.q !== "") {
      parts.push("q=" + encodeURIComponent(state.q));
    }
    CHOICES.filter((key) => state[key].size > 0).forEach((key) => {
      parts.push(key + "=" + written(state[key]));
    });
    RANGES.filter((key) => state[key].join("") !== "").forEach((key) => {
      parts.push(key + "=" + state[key].map(encodeURIComponent).join(".."));
    });
    ["sort", "x", "y", "size"].filter((key) => state[key] !== first[key]).forEach((key) => {
      parts.push(key + "=" + state[key]);
    });
    if (state.cols.join() !== first.cols.join()) {
      parts.push("cols=" + written(state.cols));
    }
    if (state.lines) {
      parts.push("lines=1");
    }
    return parts.length === 0 ? "" : "#" + parts.join("&");
  }

  /** An anchor of the page is no state. */
  function isState(fragment) {
    return fragment === "" || fragment.includes("=");
  }

  explore.state = { CHOICES, RANGES, fresh, number, parse, print, isState };
})();

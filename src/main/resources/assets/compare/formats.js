// A comparison to take along, as dev.convatlas.report.ComparisonText and
// dev.convatlas.site.ComparisonFiles write it.
(function () {
  "use strict";
  const LATEX = {
    "\\": "\\textbackslash{}",
    "&": "\\&",
    "%": "\\%",
    $: "\\$",
    "#": "\\#",
    _: "\\_",
    "{": "\\{",
    "}": "\\}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "<": "$<$",
    ">": "$>$",
    "−": "$-$",
    "×": "$\\times$",
    "÷": "$\\div$",
    "≥": "$\\geq$",
    "–": "--",
    "\u00a0": "~",
  };
  const UNITS = { words: "", count: "", exact: "", pixels: "px", bytes: "B" };

  /** All that the formats are made of: what is printed, and for each model its aligned layers. */
  function heads({ comparison }) {
    return comparison.models.map((model, i) =>
      i === comparison.base ? convatlas.word("compare.baseline", model.id) : model.id
    );
  }

  function cellText(cell) {
    return cell.note === "" ? cell.text : cell.text + " (" + cell.note + ")";
  }

  function cells(line) {
    return [line.label].concat(line.cells.map(cellText));
  }

  function remarks({ comparison, layers, printed }) {
    const { hidden } = printed;
    let text = hidden > 0 ? "\n" + convatlas.word("compare.hidden", hidden) + "\n" : "";
    text += comparison.notices.map((notice) => "\n" + notice + "\n").join("");
    comparison.models.forEach((model, i) => {
      if (i === comparison.base) {
        return;
      }
      if (layers[i].refused !== "") {
        text += "\n" + shown(model.id) + ": " + layers[i].refused + "\n";
      }
      layers[i].explained.forEach((figure) => {
        text += "\n" + shown(model.id) + ": " + shown(figure.sentence) + "\n";
        text += figure.lines.length === 0 ? "" : "\n";
        text += figure.lines.map((line) => "- " + line.amount + ": " + shown(line.edit) + "\n").join("");
      });
    });
    return text;
  }

  /** What Markdown would read as more than text; an underscore only at the edge of a word. */
  const MARKS = /[\\`*[\]<&~$|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

  /** Titles come from strangers. */
  function shown(text) {
    return text.replace(MARKS, "\\$&");
  }

  function markdown(all) {
    const plain = (line) => "| " + line.join(" | ") + " |\n";
    const row = (line) => plain(line.map(shown));
    const names = heads(all);
    const empty = names.map(() => "");
    let text = row([""].concat(names)) + plain(["---"].concat(names.map(() => "---:")));
    all.printed.sections.forEach((section) => {
      text += plain(["**" + shown(section.title) + "**"].concat(empty));
      text += section.lines.map((line) => row(cells(line))).join("");
    });
    return text + remarks(all);
  }

  function latex(all) {
    const escaped = (text) => text.replace(/[\\&%$#_{}~^<>−×÷≥–\u00a0]/g, (c) => LATEX[c]);
    const row = (line) => line.map(escaped).join(" & ") + " \\\\\n";
    const names = heads(all);
    let text = "\\begin{tabular}{l" + "r".repeat(names.length) + "}\n\\hline\n";
    text += row([""].concat(names)) + "\\hline\n";
    all.printed.sections.forEach((section) => {
      text += "\\multicolumn{" + (names.length + 1) + "}{l}{\\textit{";
      text += escaped(section.title) + "}} \\\\\n";
      text += section.lines.map((line) => row(cells(line))).join("");
    });
    return text + "\\hline\n\\end{tabular}\n";
  }

  function rows({ comparison, onlyDifferences }) {
    const { kindOf } = convatlas.comparison;
    return comparison.rows.filter(
      ({ values, same }) =>
        values.some((value) => kindOf(value) !== "none") && !(onlyDifferences && same)
    );
  }

  function ids({ comparison }) {
    return comparison.models.map((model) => model.id);
  }

  /** Data has the catalog's own words, whatever the language of the page. */
  function own(value) {
    return typeof value === "string" ? value : Object.values(value)[0];
  }

  /** In plain digits; a lower bound has its sign before it, and is no number. */
  function plain(value) {
    switch (convatlas.comparison.kindOf(value)) {
      case "none":
        return "";
      case "bound":
        return ">=" + value.least;
      case "number":
        return String(value);
      default:
        return own(value);
    }
  }

  function csv(all) {
    // What starts like a formula would be run by programs that open tables.
    const tamed = (text) =>
      /^[=+@\t\r＝＋－＠-]/.test(text) && !/^-?[0-9.]+(?:[ /]-?[0-9.]+)*$/.test(text)
        ? "'" + text
        : text;
    const quoted = (field) => {
      const text = tamed(field);
      return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
    };
    const line = (fields) => fields.map(quoted).join(",") + "\n";
    return (
      line(["figure", "unit"].concat(ids(all))) +
      rows(all)
        .map(({ trait, values }) => line([trait.id, UNITS[trait.unit]].concat(values.map(plain))))
        .join("")
    );
  }

  function numeric(value) {
    switch (convatlas.comparison.kindOf(value)) {
      case "none":
        return null;
      case "bound":
        return value.least;
      case "number":
        return value;
      default:
        return own(value);
    }
  }

  function figure({ trait, values, same }, base) {
    const isNumber = (value) => convatlas.comparison.kindOf(value) === "number";
    return {
      figure: trait.id,
      unit: UNITS[trait.unit],
      same,
      values: values.map(numeric),
      exact: values.map((value) => convatlas.comparison.kindOf(value) !== "bound"),
      changes: values.map((value) =>
        isNumber(value) && isNumber(values[base]) ? BigInt(value) - BigInt(values[base]) : null
      ),
    };
  }

  function attribution({ difference, shares, enough, rest }) {
    return {
      difference,
      enough,
      explained: difference - rest,
      edits: shares.map(({ edit, amount }) => ({
        kind: edit.kind,
        type: edit.type,
        layers: edit.steps.length,
        amount,
      })),
    };
  }

  function layersOf(id, aligned) {
    if (aligned.refused !== "") {
      return { model: id, aligned: false };
    }
    const count = (kind) => aligned.steps.filter((step) => step.kind === kind).length;
    return {
      model: id,
      aligned: true,
      same: count("same"),
      changed: count("changed"),
      removed: count("removed"),
      added: count("added"),
      macs: attribution(aligned.attributions.operations),
      params: attribution(aligned.attributions.params),
    };
  }

  /** JSON, whose numbers may have any number of digits. */
  function written(value) {
    if (typeof value === "bigint") {
      return String(value);
    }
    if (Array.isArray(value)) {
      return "[" + value.map(written).join(",") + "]";
    }
    if (value !== null && typeof value === "object") {
      const part = (key) => JSON.stringify(key) + ":" + written(value[key]);
      return "{" + Object.keys(value).map(part).join(",") + "}";
    }
    return JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) =>
      end === "\u2028" ? "\\u2028" : "\\u2029"
    );
  }

  function json(all) {
    const { comparison, layers } = all;
    const names = ids(all);
    const others = names.map((id, i) => (i === comparison.base ? null : layersOf(id, layers[i])));
    return (
      written({
        schema: 1,
        models: names,
        base: names[comparison.base],
        convention: comparison.convention.name,
        figures: rows(all).map((row) => figure(row, comparison.base)),
        layers: others.filter((one) => one !== null),
      }) + "\n"
    );
  }

  convatlas.formats = { markdown, latex, csv, json };
})();

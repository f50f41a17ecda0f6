// The layers of a model beside those of the baseline, and what makes the difference.
(function () {
  "use strict";
  const { element, word } = convatlas;
  const SIGNS = { same: "=", changed: "~", removed: "−", added: "+" };
  const FATES = {
    same: "compare.view.same",
    changed: "compare.view.changed",
    removed: "compare.view.removed",
    added: "compare.view.added.layer",
  };
  const COUNTS = {
    same: "compare.view.count.same",
    changed: "compare.view.count.changed",
    removed: "compare.view.count.removed",
    added: "compare.view.count.added",
  };
  /** Rows that are made before the page gets a breath. */
  const PIECE = 100;
  /** A model of more parts has none that help: its layers stand beside each other. */
  const MOST_GROUPS = 40;
  /** With more layers that differ, the parts of the model are closed at first. */
  const MOST_OPEN = 60;

  function bar(amount, most) {
    const percent = Math.round((100 * Math.abs(Number(amount))) / Math.max(1, most));
    return element("i", {
      class: "amount s" + Math.max(1, Math.min(100, percent)) + (amount < 0n ? " less" : " more"),
      "aria-hidden": "true",
    });
  }

  /** The sentence on a figure, with a bar for each edit that it speaks of. */
  function explained(one, attribution) {
    const amounts = attribution.shares.slice(0, attribution.enough).map((share) => share.amount);
    const all = amounts.concat(one.lines.length > amounts.length ? [attribution.rest] : []);
    const most = Math.max(...all.map((amount) => Math.abs(Number(amount))), 0);
    return element(
      "div",
      { class: "explained" },
      element("p", { class: "sentence" }, one.sentence),
      one.lines.length === 0
        ? null
        : element(
            "ul",
            {},
            one.lines.map((line, i) =>
              element(
                "li",
                {},
                element("b", {}, line.amount),
                bar(all[i], most),
                element("span", {}, line.edit)
              )
            )
          )
    );
  }

  /** How much more of a figure the layers of a step have. */
  function difference(step, { base, model }, figure) {
    const young = step.after < 0 ? 0n : BigInt(figure(model.layers[step.after]));
    const old = step.before < 0 ? 0n : BigInt(figure(base.layers[step.before]));
    return young - old;
  }

  /** Both figures of steps together, empty where they are the same. */
  function sums(steps, pair) {
    return [(layer) => layer.params, (layer) => layer.counts[pair.counted]].map((figure) => {
      const sum = steps.reduce((all, step) => all + difference(step, pair, figure), 0n);
      const text = sum === 0n ? "" : convatlas.explanation.signed(sum);
      return element("td", { class: "n" }, text);
    });
  }

  /** A path may be broken after its dots. */
  function broken(path) {
    return path.split(/(?<=\.)/).flatMap((part) => [part, element("wbr")]).slice(0, -1);
  }

  function what(step, old, young) {
    const { changes, shapeText } = convatlas.explanation;
    if (!old || !young) {
      return [element("span", {}, shapeText((young || old).output))];
    }
    const { written, shaped } = changes(old, young);
    const parts = written.map((text) => element("b", {}, text));
    const all = parts.concat(shaped.map((text) => element("span", {}, text)));
    return all.flatMap((part, i) => (i === 0 ? [part] : [", ", part]));
  }

  function sign(kind) {
    return element(
      "td",
      { class: "sign" },
      element("span", { "aria-hidden": "true" }, SIGNS[kind]),
      element("span", { class: "unseen" }, word(FATES[kind]))
    );
  }

  function row(step, pair) {
    const old = step.before < 0 ? null : pair.base.layers[step.before];
    const young = step.after < 0 ? null : pair.model.layers[step.after];
    const alike = old && young && old.path === young.path;
    return element(
      "tr",
      { class: step.kind },
      sign(step.kind),
      old
        ? element("th", { scope: "row", colspan: alike ? 2 : null }, broken(old.path))
        : element("td", {}),
      alike
        ? null
        : old
          ? element("td", { class: "path" }, young ? broken(young.path) : "")
          : element("th", { scope: "row" }, broken(young.path)),
      element("td", { class: "type" }, (young || old).type),
      element("td", { class: "what" }, what(step, old, young)),
      sums([step], pair)
    );
  }

  /** A row that shows and hides others, which are made when they are first wanted. */
  function folding(head, open, cells, make) {
    let made = null;
    const toggle = element("button", { type: "button", "aria-expanded": String(open) }, head);
    const line = cells(toggle);
    const show = () => {
      made = made || make();
      line.after(...made);
    };
    toggle.addEventListener("click", () => {
      const isOpen = toggle.getAttribute("aria-expanded") === "true";
      toggle.setAttribute("aria-expanded", String(!isOpen));
      if (isOpen) {
        made.forEach((one) => one.remove());
      } else {
        show();
      }
    });
    return { line, show };
  }

  /** Layers that are the same are one row until somebody opens it. */
  function folded(run, pair) {
    const cells = (toggle) =>
      element(
        "tr",
        { class: "fold" },
        sign("same"),
        element("th", { scope: "row", colspan: 6 }, toggle)
      );
    const make = () => run.map((step) => row(step, pair));
    return folding(word("compare.run.same", run.length), false, cells, make).line;
  }

  function rows(steps, pair) {
    return convatlas.alignment
      .runs(steps, (a, b) => a.kind === b.kind)
      .flatMap((run) =>
        run[0].kind === "same" ? [folded(run, pair)] : run.map((step) => row(step, pair))
      );
  }

  function part(step, { base, model }) {
    const path = step.before < 0 ? model.layers[step.after].path : base.layers[step.before].path;
    return path.split(".")[0];
  }

  const isSame = (step) => step.kind === "same";

  /**
   * Steps by the part of the baseline that they are in; what is added belongs to what precedes.
   * Parts in which everything is the same are one.
   */
  function groups(steps, pair) {
    const parts = [];
    let last = null;
    steps.forEach((step) => {
      const name = step.kind === "added" && last !== null ? last : part(step, pair);
      if (name === last) {
        parts[parts.length - 1].push(step);
      } else {
        parts.push([step]);
      }
      last = name;
    });
    const all = convatlas.alignment
      .runs(parts, (a, b) => a.every(isSame) && b.every(isSame))
      .map((run) => run.flat());
    return all.length > MOST_GROUPS ? [steps] : all;
  }

  function groupName(steps, pair) {
    const named = steps.filter((step) => step.before >= 0);
    const names = (named.length > 0 ? named : steps).map((step) => part(step, pair));
    const [first, last] = [names[0], names[names.length - 1]];
    return first === last ? first : first + " … " + last;
  }

  function counts(steps) {
    return Object.keys(SIGNS)
      .map((kind) => [kind, steps.filter((step) => step.kind === kind).length])
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => word(COUNTS[kind], count))
      .join(", ");
  }

  function group(steps, pair, open) {
    const cells = (toggle) =>
      element(
        "tr",
        { class: "part" },
        element("td", {}),
        element("th", { scope: "rowgroup", colspan: 3 }, toggle),
        element("td", { class: "what" }, counts(steps)),
        sums(steps, pair)
      );
    const name = groupName(steps, pair);
    const { line, show } = folding(name, open, cells, () => rows(steps, pair));
    const body = element("tbody", {}, line);
    if (open) {
      show();
    }
    return body;
  }

  function table({ base, model }, unit) {
    const words = [word("compare.view.type"), word("compare.view.changes")];
    const heads = [base.title, model.title].concat(words);
    const caption = word("compare.view.aligned", base.title, model.title);
    return element(
      "table",
      { class: "aligned" },
      element("caption", { class: "unseen" }, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("td", {}),
          heads.map((head) => element("th", { scope: "col" }, head)),
          [word("compare.params"), unit].map((head) =>
            element("th", { scope: "col", class: "n" }, head)
          )
        )
      )
    );
  }

  /**
   * The rows come in pieces, so that a model of thousands of layers does not stop the page. The
   * pair is {base, model, counted}: two models, and which of the counts is shown.
   */
  function* fill(into, steps, pair) {
    const all = groups(steps, pair);
    if (all.length === 1) {
      const body = element("tbody", {});
      into.append(body);
      for (const run of convatlas.alignment.runs(steps, (a, b) => a.kind === b.kind)) {
        for (let i = 0; i < run.length; i += PIECE) {
          body.append(...rows(run[0].kind === "same" ? run : run.slice(i, i + PIECE), pair));
          yield;
          if (run[0].kind === "same") {
            break;
          }
        }
      }
      return;
    }
    const differing = steps.filter((step) => !isSame(step)).length;
    for (const one of all) {
      const isOpen = differing <= MOST_OPEN && !one.every(isSame);
      into.append(group(one, pair, isOpen));
      yield;
    }
  }

  convatlas.layers = { explained, table, fill };
})();

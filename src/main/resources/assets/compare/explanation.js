// What makes the difference, in words: dev.convatlas.report.EditWords, ChangeWords and Explained.
(function () {
  "use strict";
  const MOST_TYPES = 4;
  const NAMES = {
    type: "compare.changed.type",
    training: "compare.changed.training",
    input: "compare.input",
  };
  const word = (...all) => convatlas.word(...all);

  /** Names of arguments are not translated; what is no argument is. */
  function name(of) {
    return of in NAMES ? word(NAMES[of]) : of;
  }

  function orNone(value) {
    return value === "" ? convatlas.numbers.NONE : value;
  }

  function shapeText(sizes) {
    return sizes.length === 0 ? "1" : sizes.join("×");
  }

  function shapes(all) {
    return all.map(shapeText).join(" + ");
  }

  function to(of, before, after) {
    return word("compare.to", of, orNone(before), orNone(after));
  }

  /** What differs between two layers that stand side by side: what was written, and the shapes. */
  function changes(a, b) {
    const { kind, changes: written } = convatlas.edits.difference(a, b);
    const shaped = [];
    if (shapes(a.inputs) !== shapes(b.inputs)) {
      shaped.push(to(word("compare.input"), shapes(a.inputs), shapes(b.inputs)));
    }
    if (shapeText(a.output) !== shapeText(b.output)) {
      shaped.push(to(word("compare.output"), shapeText(a.output), shapeText(b.output)));
    }
    return {
      written: (kind === "arguments" ? written : []).map((change) =>
        to(name(change.name), change.before, change.after)
      ),
      shaped,
    };
  }

  function shift(one) {
    switch (one.form) {
      case "to":
        return to(name(one.name), one.before, one.after);
      case "times":
      case "divided":
        return word("compare." + one.form, name(one.name), one.after);
      default:
        return word("compare." + one.form, name(one.name));
    }
  }

  /** 3 conv2d, 2 batch_norm2d: the most first. */
  function types(layers, indices) {
    const counts = new Map();
    indices.forEach((index) => {
      const type = layers[index].type;
      counts.set(type, (counts.get(type) || 0) + 1);
    });
    const named = [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_TYPES)
      .map(([type, count]) => count + " " + type)
      .join(", ");
    return counts.size > MOST_TYPES ? named + ", …" : named;
  }

  function replaced(edit, before, after) {
    const gone = edit.steps.filter((step) => step.kind === "removed").map((step) => step.before);
    const come = edit.steps.filter((step) => step.kind === "added").map((step) => step.after);
    if (gone.length === 0) {
      return word("compare.edit.added", come.length, types(after, come));
    }
    return come.length === 0
      ? word("compare.edit.removed", gone.length, types(before, gone))
      : word(
          "compare.edit.replaced",
          gone.length,
          types(before, gone),
          come.length,
          types(after, come)
        );
  }

  function editText(edit, before, after, convention) {
    switch (edit.kind) {
      case "arguments":
      case "input":
        return word(
          "compare.edit.changed",
          edit.shifts.map(shift).join(", "),
          edit.steps.length,
          edit.type
        );
      case "weights":
        return word("compare.edit.weights", edit.steps.length, edit.type);
      case "counted":
        return word("compare.edit.counted", convention);
      default:
        return replaced(edit, before, after);
    }
  }

  function signed(amount) {
    return convatlas.numbers.signed(amount, convatlas.numbers.exact);
  }

  function sentence(attribution, figure) {
    const { difference, shares, enough, covered } = attribution;
    if (difference === 0n) {
      return shares.length === 0
        ? word("compare.explained.same", figure)
        : word("compare.explained.cancel", shares.length, figure);
    }
    const { share, brief } = convatlas.numbers;
    return word(
      "compare.explained",
      enough,
      share(covered, difference < 0n ? -difference : difference),
      convatlas.numbers.signed(difference, brief),
      figure
    );
  }

  /** The sentence, and a line for each edit that it speaks of: amounts add up to the difference. */
  function explained(attribution, figure, describe) {
    const lines = attribution.shares
      .slice(0, attribution.enough)
      .map((one) => ({ edit: describe(one.edit), amount: signed(one.amount) }));
    const others = attribution.shares.length - attribution.enough;
    if (others > 0 && attribution.difference !== 0n) {
      lines.push({ edit: word("compare.others", others), amount: signed(attribution.rest) });
    }
    return { sentence: sentence(attribution, figure), lines };
  }

  /**
   * How the layers of a model differ from those of the baseline; the work is done in pieces. What
   * counts operations is an index into the counts of each layer.
   */
  function* aligned(base, model, convention, counted) {
    const before = base.layers;
    const after = model.layers;
    const steps = yield* convatlas.alignment.align(before, after);
    if (steps === null) {
      return { refused: word("compare.long"), explained: [], steps: [] };
    }
    const edits = convatlas.edits.edits(before, after, steps);
    const attribute = (figure) =>
      convatlas.edits.attribute(edits, (i) => figure(before[i]), (j) => figure(after[j]));
    const operations = attribute((layer) => layer.counts[counted]);
    const params = attribute((layer) => layer.params);
    const describe = (edit) => editText(edit, before, after, convention.name);
    const count = (kind) => steps.filter((step) => step.kind === kind).length;
    return {
      refused: "",
      summary: word(
        "compare.layers.summary",
        ...["same", "changed", "removed", "added"].map(count)
      ),
      attributions: { operations, params },
      explained: [
        explained(operations, convention.unit, describe),
        explained(params, word("compare.params"), describe),
      ],
      steps,
    };
  }

  convatlas.explanation = { aligned, changes, shapeText, signed };
})();

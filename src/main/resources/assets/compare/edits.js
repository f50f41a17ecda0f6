// What a person would call one change of a model, and how much of a difference it makes:
// dev.convatlas.catalog.alignment.Edits, Change, Shift and Attribution.
(function () {
  "use strict";
  const WHOLE = /^[1-9][0-9]{0,17}$/;
  const TOLERANCE = 20n;

  function changesBetween(a, b) {
    const changes = [];
    if (a.type !== b.type) {
      changes.push({ name: "type", before: a.type, after: b.type });
    } else {
      Object.keys(a.settings).forEach((name) => {
        const after = name in b.settings ? b.settings[name] : "";
        if (after !== a.settings[name]) {
          changes.push({ name, before: a.settings[name], after });
        }
      });
      Object.keys(b.settings).forEach((name) => {
        if (!(name in a.settings)) {
          changes.push({ name, before: "", after: b.settings[name] });
        }
      });
    }
    if (a.training !== b.training) {
      changes.push({ name: "training", before: String(a.training), after: String(b.training) });
    }
    return changes;
  }

  function elements(shapes) {
    return shapes.reduce((sum, shape) => sum + shape.reduce((p, s) => p * BigInt(s), 1n), 0n);
  }

  function shown(shapes) {
    return shapes.map((shape) => shape.join("×")).join(", ");
  }

  /** As many elements in another shape are no number that rises or falls. */
  function inputChange(a, b) {
    const less = elements(a.inputs);
    const more = elements(b.inputs);
    return less === more
      ? { name: "input", before: shown(a.inputs), after: shown(b.inputs) }
      : { name: "input", before: String(less), after: String(more) };
  }

  /** What became of a pair that is not the same: its kind of edit and its changes. */
  function difference(a, b) {
    const changes = changesBetween(a, b);
    if (changes.length > 0) {
      return { kind: "arguments", changes };
    }
    return shown(a.inputs) === shown(b.inputs)
      ? { kind: "weights", changes: [] }
      : { kind: "input", changes: [inputChange(a, b)] };
  }

  function isWhole(change) {
    return WHOLE.test(change.before) && WHOLE.test(change.after);
  }

  function direction(change) {
    if (!isWhole(change)) {
      return change.name + " " + change.before + " > " + change.after;
    }
    return change.name + (BigInt(change.before) < BigInt(change.after) ? " +" : " -");
  }

  /** What the same argument of several layers has in common in its changes. */
  function shift(changes) {
    const { name, before, after } = changes[0];
    if (changes.every((change) => change.before === before && change.after === after)) {
      return { name, form: "to", before, after };
    }
    const more = BigInt(before) < BigInt(after);
    const factors = new Set(
      changes.map((change) => {
        const [a, b] = [BigInt(change.before), BigInt(change.after)];
        const [small, large] = more ? [a, b] : [b, a];
        return large % small === 0n ? String(large / small) : "";
      })
    );
    const factor = factors.size === 1 ? factors.values().next().value : "";
    return factor === ""
      ? { name, form: more ? "more" : "less", before: "", after: "" }
      : { name, form: more ? "times" : "divided", before: "", after: factor };
  }

  function moved(step, before, after) {
    return step.kind === "removed"
      ? "-" + before[step.before].type
      : "+" + after[step.after].type;
  }

  function group(run, before, after) {
    const first = run[0];
    if (first.kind === "same") {
      return "same";
    }
    if (first.kind !== "changed") {
      return run.map((step) => moved(step, before, after)).join(" ");
    }
    const a = before[first.before];
    const { kind, changes } = difference(a, after[first.after]);
    return kind + " " + a.type + " " + changes.map(direction).join(", ");
  }

  function edit(steps, before, after) {
    const first = steps[0];
    if (first.kind === "same") {
      return { kind: "counted", type: "", shifts: [], steps };
    }
    if (first.kind !== "changed") {
      return { kind: "replaced", type: "", shifts: [], steps };
    }
    const all = steps.map((step) => difference(before[step.before], after[step.after]));
    const shifts = all[0].changes.map((change, i) => shift(all.map((one) => one.changes[i])));
    return { kind: all[0].kind, type: before[first.before].type, shifts, steps };
  }

  /** Every step is in exactly one; in the order of their first steps. */
  function edits(before, after, steps) {
    const isPair = (step) => step.kind === "same" || step.kind === "changed";
    const groups = new Map();
    convatlas.alignment.runs(steps, (a, b) => !isPair(a) && !isPair(b)).forEach((run) => {
      const name = group(run, before, after);
      if (!groups.has(name)) {
        groups.set(name, []);
      }
      groups.get(name).push(...run);
    });
    return [...groups.values()].map((all) => edit(all, before, after));
  }

  const size = (value) => (value < 0n ? -value : value);

  /**
   * Which edits explain how much of the difference in a figure that adds up over the layers.
   *
   * old and young give the figure of a layer by its index.
   */
  function attribute(all, old, young) {
    let whole = 0n;
    const shares = [];
    all.forEach((one) => {
      const amount = one.steps.reduce(
        (sum, step) =>
          sum +
          (step.after < 0 ? 0n : BigInt(young(step.after))) -
          (step.before < 0 ? 0n : BigInt(old(step.before))),
        0n
      );
      whole += amount;
      if (amount !== 0n) {
        shares.push({ edit: one, amount });
      }
    });
    shares.sort((a, b) => {
      const more = size(b.amount) - size(a.amount);
      return more > 0n ? 1 : more < 0n ? -1 : 0;
    });
    let left = whole;
    let enough = 0;
    while (size(left) > size(whole) / TOLERANCE) {
      left -= shares[enough++].amount;
    }
    return { difference: whole, shares, enough, rest: left, covered: size(whole) - size(left) };
  }

  convatlas.edits = { edits, attribute, difference };
})();

// The table of a comparison: models are columns, each with its buttons.
(function () {
  "use strict";
  const { element, word } = convatlas;
  /** Of the site's colours, those that models get, in their order; the fifth is grey. */
  const COLORS = [0, 1, 2, 3, 5, 6];

  /** The name of an element after each change, so that the focus stays where it was. */
  function button(key, label, press, attributes, ...inside) {
    return element(
      "button",
      { type: "button", "data-key": key, title: label, click: press, ...attributes },
      ...inside
    );
  }

  function iconButton(key, label, sign, press, disabled) {
    return button(key, label, press, { "aria-label": label, class: "icon", disabled }, sign);
  }

  function head(model, at, state, actions) {
    const last = state.models.length - 1;
    const isBase = model.id === state.base;
    const label = word("compare.view.base", model.title);
    return element(
      "th",
      { scope: "col", class: isBase ? "base" : model.id === state.beside ? "shown" : null },
      element("i", { class: "swatch c" + COLORS[at], "aria-hidden": "true" }),
      element("a", { href: actions.page(model.id) }, model.title),
      element("small", {}, model.id),
      element(
        "span",
        { class: "moves" },
        button(
          "base " + model.id,
          label,
          () => actions.base(model.id),
          { "aria-label": label, "aria-pressed": String(isBase), class: "pin" },
          word("compare.view.baseline")
        ),
        iconButton("left " + model.id, word("compare.view.left", model.title), "←", () =>
          actions.move(at, -1), at === 0),
        iconButton("right " + model.id, word("compare.view.right", model.title), "→", () =>
          actions.move(at, 1), at === last),
        iconButton("drop " + model.id, word("compare.view.drop", model.title), "×", () =>
          actions.drop(model.id))
      )
    );
  }

  /** The arrow before a difference is the style's. */
  function note(cell) {
    return cell.note === "" ? null : element("small", {}, cell.note);
  }

  function line(one, base, beside) {
    return element(
      "tr",
      { "data-figure": one.id, class: one.same ? "alike" : null },
      element("th", { scope: "row" }, one.label),
      one.cells.map((cell, at) => {
        const place = at === base ? "base" : at === beside ? "shown" : "";
        const bar = one.bars[at] > 0 ? "v s" + one.bars[at] : "";
        const style = [cell.style, place, bar].filter(Boolean).join(" ");
        const parts = [cell.text, note(cell)];
        // "same" stands before its value: such a line is half as high.
        const ordered = cell.style === "same" ? parts.reverse() : parts;
        return element("td", { class: style || null }, ordered);
      })
    );
  }

  /** The models, as objects of the data, in the order of the state. */
  function table(models, printed, state, actions) {
    const base = state.models.indexOf(state.base);
    const beside = state.models.indexOf(state.beside);
    const width = models.length + 1;
    return element(
      "table",
      { class: "compare free of" + models.length },
      element("caption", { class: "unseen" }, word("compare.view.caption")),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("td", { class: "corner" }),
          models.map((model, at) => head(model, at, state, actions))
        )
      ),
      printed.sections.map((section) =>
        element(
          "tbody",
          {},
          element(
            "tr",
            { class: "head" },
            element("th", { scope: "rowgroup", colspan: width }, element("span", {}, section.title))
          ),
          section.lines.map((one) => line(one, base, beside))
        )
      )
    );
  }

  convatlas.view = { table, button, COLORS };
})();

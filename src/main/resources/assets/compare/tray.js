// The boxes that tick a model, and the tray that follows from page to page.
(function () {
  "use strict";
  const { element, word, selection } = convatlas;
  const said = element("p", { class: "unseen", role: "status" });
  const why = element("p", { class: "why-not", id: "tray-why", hidden: true });
  const chips = element("ul", {});
  const go = element("a", { class: "go" });
  const page = document.querySelector("nav.parts a[href$='compare.html']");
  const tray = element(
    "aside",
    { class: "tray", "aria-label": word("tray.title"), hidden: true },
    chips,
    why,
    element(
      "div",
      { class: "act" },
      element("button", { type: "button", click: clear }, word("tray.clear")),
      go
    )
  );

  function say(sentence) {
    said.textContent = sentence;
  }

  function count() {
    return selection.all().length;
  }

  function clear() {
    selection.clear();
    say(word("tray.cleared"));
    document.getElementById("main").focus();
  }

  function refuse() {
    why.textContent = word("tray.full", convatlas.address.MOST);
    why.hidden = false;
    say(why.textContent);
  }

  function toggle(model, box) {
    if (!box.checked) {
      selection.remove(model.id);
      say(word("tray.removed", model.title, count()));
    } else if (selection.add(model)) {
      say(word("tray.added", model.title, count()));
    } else {
      box.checked = false;
      refuse();
    }
  }

  function chip(model) {
    const drop = () => {
      const after = chips.querySelectorAll("button");
      const at = [...after].findIndex((button) => button === document.activeElement);
      selection.remove(model.id);
      say(word("tray.removed", model.title, count()));
      const left = chips.querySelectorAll("button");
      (left[Math.min(at, left.length - 1)] || document.getElementById("main")).focus();
    };
    const label = word("tray.drop", model.title);
    return element(
      "li",
      {},
      element("span", {}, model.title),
      element("button", { type: "button", click: drop, "aria-label": label, title: label }, "×")
    );
  }

  function show(models) {
    document.querySelectorAll(".pick input").forEach((input) => {
      input.checked = selection.has(input.value);
    });
    chips.replaceChildren(...models.map(chip));
    const to = page.href.split("#")[0] + convatlas.address.of(models.map((model) => model.id));
    go.href = to;
    go.textContent = word("tray.go", models.length);
    why.hidden = why.hidden || models.length < convatlas.address.MOST;
    tray.hidden = models.length === 0;
    document.body.classList.toggle("with-tray", models.length > 0);
  }

  /** A box for a model; all the boxes of a model are ticked together. */
  function box(model, shown) {
    const input = element("input", { type: "checkbox", value: model.id });
    input.checked = selection.has(model.id);
    input.addEventListener("change", () => toggle(model, input));
    const label = shown || word("tray.pick", model.title);
    return element(
      "label",
      { class: "pick" },
      input,
      element("span", { class: shown ? null : "unseen" }, label)
    );
  }

  /** The catalog: a column of boxes, as far as the table is drawn. */
  function catalogBoxes(table, rows) {
    const heads = table.tHead.rows[0];
    if (!heads.querySelector(".box")) {
      const title = element("span", { class: "unseen" }, word("tray.column"));
      heads.prepend(element("th", { scope: "col", class: "box" }, title));
    }
    rows.forEach((row) => {
      const model = { id: row.id.replace(/^m-/, ""), title: row.querySelector("th a").textContent };
      row.prepend(element("td", { class: "box" }, box(model)));
    });
  }

  /** Models that are columns: a row of boxes. */
  function columnBoxes(table) {
    const cells = [...table.querySelectorAll("thead th[data-model]")].map((head) =>
      element("td", {}, box({ id: head.dataset.model, title: head.querySelector("a").textContent }))
    );
    if (cells.length > 0) {
      const head = element("th", { scope: "row" }, word("tray.column"));
      table.tHead.after(element("tbody", {}, element("tr", { class: "boxes" }, head, ...cells)));
    }
  }

  function equip() {
    document.querySelectorAll("#models table").forEach((table) => {
      catalogBoxes(table, table.querySelectorAll("tbody tr[id]"));
    });
    document.addEventListener("convatlas:rows", (event) => {
      catalogBoxes(event.target, event.detail);
    });
    document.querySelectorAll("table.compare").forEach(columnBoxes);
    document.querySelectorAll(".near").forEach((place) => {
      const model = { id: place.dataset.model, title: place.dataset.title };
      place.prepend(box(model, word("tray.here")));
    });
  }

  document.body.append(said);
  if (!document.querySelector("main.comparing")) {
    document.getElementById("main").after(tray);
    selection.watch(show);
    equip();
    show(selection.all());
  }

  convatlas.tray = { say };
})();

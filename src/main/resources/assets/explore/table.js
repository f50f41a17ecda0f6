// The catalog's table, its rows drawn as they are needed. After rows were drawn the table sends the
// event "convatlas:rows", so that other scripts may add to them; a row's id is its model's.
(function () {
  "use strict";
  const { element, explore } = convatlas;
  const { all, key, named } = explore.columns;
  const CHUNK = 120;
  // No row is lower, in CSS pixels.
  const ROW = 20;

  function linked(text, href) {
    return element("a", { href }, text);
  }

  function cell(column, model) {
    const address = encodeURIComponent(model.id);
    if (column.id === "model") {
      return element(
        "th",
        { scope: "row" },
        linked(model.title, "models/" + address + ".html"),
        element("small", {}, model.id)
      );
    }
    const text = column.text(model);
    const content =
      column.id === "family"
        ? linked(text, "families/" + encodeURIComponent(model.family.id) + ".html")
        : text;
    return element("td", { class: column.isNumber || column.id === "input" ? "n" : null }, content);
  }

  function sorted(models, sort) {
    if (sort === "") {
      return models;
    }
    const sign = sort.startsWith("-") ? -1 : 1;
    const value = key(named(sort.replace(/^-/, "")));
    const known = [];
    const unknown = [];
    models.forEach((model) => {
      const by = value(model);
      (by === null || by === undefined ? unknown : known).push({ model, by });
    });
    known.sort((a, b) => sign * (a.by - b.by) || a.model.at - b.model.at);
    return known.concat(unknown).map((entry) => entry.model);
  }

  /** Numbers largest first, names from A; then the other way; then as the catalog has them. */
  function next(column, sort) {
    const first = column.isNumber ? "-" + column.id : column.id;
    const second = column.isNumber ? column.id : "-" + column.id;
    return sort === first ? second : sort === second ? "" : first;
  }

  function Table(scroll, changed) {
    this.scroll = scroll;
    this.changed = changed;
    this.caption = scroll.querySelector("caption");
    this.body = element("tbody", {});
    this.head = element("thead", {});
    this.table = element("table", { class: "catalog" }, this.caption, this.head, this.body);
    this.models = [];
    this.drawn = 0;
    this.shownHead = "";
    scroll.replaceChildren(this.table);
    scroll.addEventListener("scroll", () => this.fill(), { passive: true });
  }

  Table.prototype.heads = function (state) {
    const wanted = state.cols.join() + " " + state.sort;
    if (wanted === this.shownHead) {
      return;
    }
    const focused = this.head.contains(document.activeElement)
      ? document.activeElement.closest("th").getAttribute("data-id")
      : "";
    this.shownHead = wanted;
    this.columns = all.filter((column) => state.cols.includes(column.id));
    const cells = this.columns.map((column) => {
      const button = element("button", { type: "button" }, column.label);
      button.addEventListener("click", () => {
        this.changed((now) => {
          now.sort = next(column, now.sort);
        });
      });
      const sort = state.sort.replace(/^-/, "") !== column.id ? null : state.sort.startsWith("-");
      return element(
        "th",
        {
          scope: "col",
          class: column.isNumber || column.id === "input" ? "n" : null,
          title: column.hint === "" ? null : column.hint,
          "data-id": column.id,
          "aria-sort": sort === null ? null : sort ? "descending" : "ascending",
        },
        button
      );
    });
    this.head.replaceChildren(element("tr", {}, cells));
    if (focused !== "") {
      const again = this.head.querySelector('th[data-id="' + CSS.escape(focused) + '"] button');
      if (again) {
        again.focus();
      }
    }
  };

  Table.prototype.show = function (state, models) {
    this.heads(state);
    this.models = sorted(models, state.sort);
    this.drawn = 0;
    this.body.replaceChildren();
    this.scroll.classList.toggle("tall", this.models.length > CHUNK);
    this.scroll.classList.toggle("own", this.models.length > CHUNK);
    this.table.setAttribute("aria-rowcount", this.models.length + 1);
    this.scroll.scrollTop = 0;
    // What fills the screen comes at once, the rest when the reader scrolls.
    this.draw(this.models.length > CHUNK ? Math.ceil(innerHeight / ROW) : CHUNK);
  };

  Table.prototype.draw = function (count) {
    const rows = this.models.slice(this.drawn, this.drawn + count).map((model, at) =>
      element(
        "tr",
        { id: "m-" + model.id, "aria-rowindex": this.drawn + at + 2 },
        this.columns.map((column) => cell(column, model))
      )
    );
    this.body.append(...rows);
    this.drawn += rows.length;
    this.table.dispatchEvent(new CustomEvent("convatlas:rows", { bubbles: true, detail: rows }));
  };

  Table.prototype.fill = function () {
    const { scrollTop, clientHeight, scrollHeight } = this.scroll;
    if (this.drawn < this.models.length && scrollTop + 2 * clientHeight > scrollHeight) {
      this.draw(CHUNK);
    }
  };

  explore.Table = Table;
})();

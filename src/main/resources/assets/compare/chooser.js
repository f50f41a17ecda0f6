// The field that adds a model: it finds by title, id, family, task and tags, and offers near ones first.
(function () {
  "use strict";
  const { element, word } = convatlas;
  const MOST = 8;

  /** How far two models are apart: by how many times one has more parameters and operations. */
  function distance(a, b) {
    const log = (value) => Math.log(Math.max(1, Number(value)));
    const params = Math.abs(log(a.params) - log(b.params));
    return params + Math.abs(log(a.macs) - log(b.macs));
  }

  function near(catalog, base, chosen) {
    return catalog.models
      .filter((model) => !chosen.includes(model.id))
      .map((model) => ({ model, far: base ? distance(base, model) : 0 }))
      .sort((a, b) => a.far - b.far)
      .slice(0, MOST)
      .map((one) => one.model);
  }

  /** Every word must be there; a title that begins with what was typed comes first. */
  function found(catalog, typed, chosen) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    const whole = words.join(" ");
    return catalog.models
      .map((model) => {
        const title = model.title.toLowerCase();
        const begins = title.startsWith(whole) || model.id.toLowerCase().startsWith(whole);
        return { model, fits: words.every((part) => model.text.includes(part)), begins };
      })
      .filter(({ model, fits }) => fits && !chosen.includes(model.id))
      .sort((a, b) => b.begins - a.begins)
      .map((one) => one.model);
  }

  /** A field with a list that opens below it. The context gives catalog, base and chosen ids. */
  function chooser(context, add) {
    const list = element("ul", { role: "listbox", id: "choices", hidden: true });
    list.setAttribute("aria-label", word("compare.view.choices"));
    const input = element("input", {
      type: "text",
      id: "choose",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": "choices",
      placeholder: word("compare.view.placeholder"),
    });
    const count = element("span", { class: "unseen", role: "status" });
    let offered = [];
    let current = -1;

    function close() {
      list.hidden = true;
      current = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function choose(model) {
      input.value = "";
      close();
      add(model.id);
    }

    function point(to) {
      current = to;
      [...list.children].forEach((option, i) => {
        option.setAttribute("aria-selected", String(i === current));
      });
      if (current >= 0) {
        input.setAttribute("aria-activedescendant", list.children[current].id);
        list.children[current].scrollIntoView({ block: "nearest" });
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    function option(model, i) {
      const { brief } = convatlas.numbers;
      return element(
        "li",
        {
          role: "option",
          id: "choice-" + i,
          "aria-selected": "false",
          // The field keeps the focus.
          mousedown: (event) => event.preventDefault(),
          click: () => choose(model),
        },
        element("b", {}, model.title),
        element("small", {}, model.family.title + " · " + brief(model.params))
      );
    }

    function open() {
      const { catalog, base, chosen } = context();
      if (!catalog) {
        return;
      }
      const typed = input.value.trim();
      const all = typed === "" ? near(catalog, base, chosen) : found(catalog, typed, chosen);
      offered = all.slice(0, MOST);
      list.replaceChildren(...offered.map(option));
      list.hidden = offered.length === 0;
      input.setAttribute("aria-expanded", String(offered.length > 0));
      point(typed !== "" && offered.length > 0 ? 0 : -1);
      count.textContent = word("compare.view.found", all.length);
    }

    function press(event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) {
          open();
        }
        const step = event.key === "ArrowDown" ? 1 : -1;
        const size = offered.length;
        if (size > 0) {
          point(current < 0 && step < 0 ? size - 1 : (current + step + size) % size);
        }
      } else if (event.key === "Enter" && current >= 0) {
        event.preventDefault();
        choose(offered[current]);
      } else if (event.key === "Escape") {
        close();
      }
    }

    input.addEventListener("focus", open);
    input.addEventListener("input", open);
    input.addEventListener("keydown", press);
    input.addEventListener("blur", close);
    return element(
      "div",
      { class: "chooser" },
      element("label", { for: "choose" }, word("compare.view.add")),
      element("div", { class: "field" }, input, list),
      count
    );
  }

  convatlas.chooser = { chooser, near, found };
})();

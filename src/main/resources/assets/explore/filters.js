// Which models a state lets through, and the controls that change it.
(function () {
  "use strict";
  const { word, element, numbers, explore } = convatlas;
  const { data, models, state: states } = explore;

  function option(word) {
    return { id: word, title: data.said(word) };
  }

  const CHOICES = {
    family: {
      label: () => word("site.family"),
      options: data.families.map((family) => ({ id: family.id, title: family.title })),
      of: (model) => [model.family.id],
    },
    task: {
      label: () => word("explore.task"),
      options: data.tasks.filter((task) => task !== "").map(option),
      of: (model) => [model.task],
    },
    tag: {
      label: () => word("explore.tags"),
      options: data.tags.map(option),
      of: (model) => model.tags,
    },
  };

  function within(range, value) {
    const from = states.number(range[0]);
    const to = states.number(range[1]);
    if (from === null && to === null) {
      return true;
    }
    return value !== null && (from === null || value >= from) && (to === null || value <= to);
  }

  /** Each filter by its name; a model passes when all of them say so. */
  function filters(state) {
    const tests = [];
    const terms = state.q.toLowerCase().split(/\s+/).filter((term) => term !== "");
    if (terms.length > 0) {
      tests.push({ name: "q", test: (model) => terms.every((term) => model.text.includes(term)) });
    }
    states.CHOICES.filter((name) => state[name].size > 0).forEach((name) => {
      tests.push({
        name,
        test: (model) => CHOICES[name].of(model).some((id) => state[name].has(id)),
      });
    });
    states.RANGES.filter((name) => state[name].join("") !== "").forEach((name) => {
      tests.push({ name, test: (model) => within(state[name], model[name]) });
    });
    return tests;
  }

  /**
   * The models that pass, and for each option of a choice how many would if only the other filters
   * counted.
   */
  function apply(state) {
    const tests = filters(state);
    const passed = [];
    const counts = { family: new Map(), task: new Map(), tag: new Map() };
    models.forEach((model) => {
      const failed = tests.filter((filter) => !filter.test(model)).map((filter) => filter.name);
      if (failed.length === 0) {
        passed.push(model);
      }
      states.CHOICES.forEach((name) => {
        if (failed.length === 0 || (failed.length === 1 && failed[0] === name)) {
          CHOICES[name].of(model).forEach((id) => {
            counts[name].set(id, (counts[name].get(id) || 0) + 1);
          });
        }
      });
    });
    return { passed, counts };
  }

  function panel(label, ...content) {
    const mark = element("b", {});
    const details = element(
      "details",
      { class: "facet" },
      element("summary", {}, label, " ", mark),
      element("div", { class: "panel" }, ...content)
    );
    return { details, mark };
  }

  function Choice(name, changed) {
    const choice = CHOICES[name];
    this.name = name;
    this.boxes = choice.options.map((option) => {
      const box = element("input", { type: "checkbox", value: option.id });
      const count = element("small", {});
      const label = element("label", {}, box, " ", option.title, " ", count);
      box.addEventListener("change", () => {
        changed((state) => {
          state[name][box.checked ? "add" : "delete"](option.id);
        });
      });
      return { id: option.id, box, count, label };
    });
    const list = element("fieldset", {}, this.boxes.map((entry) => entry.label));
    list.prepend(element("legend", { class: "unseen" }, choice.label()));
    Object.assign(this, panel(choice.label(), list));
    this.details.addEventListener("toggle", () => this.details.open && this.list());
  }

  Choice.prototype.show = function (state, counts) {
    this.mark.textContent = state[this.name].size || "";
    this.list = () => this.count(state[this.name], counts[this.name]);
    if (this.details.open) {
      this.list();
    }
  };

  /** Only what the reader sees: a thousand families take long. */
  Choice.prototype.count = function (chosen, counts) {
    this.boxes.forEach((entry) => {
      const count = counts.get(entry.id) || 0;
      entry.box.checked = chosen.has(entry.id);
      entry.count.textContent = numbers.exact(count);
      entry.label.classList.toggle("none", count === 0 && !entry.box.checked);
    });
  };

  function Range(name, changed) {
    const column = explore.columns.named(name);
    const known = models.map((model) => model[name]).filter((value) => value !== null);
    this.name = name;
    this.isUseful = known.length > 0;
    const ends = [known.reduce((a, b) => Math.min(a, b), Infinity), Math.max(0, ...known)];
    this.inputs = ["explore.from", "explore.to"].map((key, end) => {
      const hint = !this.isUseful ? "" : name === "year" ? ends[end] : numbers.tick(ends[end]);
      const input = element("input", { type: "text", inputmode: "text", placeholder: hint, size: 9 });
      input.addEventListener("change", () => {
        changed((state) => {
          state[name][end] = input.value.trim();
        });
      });
      return input;
    });
    const fields = this.inputs.map((input, end) =>
      element("label", {}, word(end === 0 ? "explore.from" : "explore.to"), " ", input)
    );
    const hint = name === "year" ? null : element("p", { class: "hint" }, word("explore.range"));
    const set = element("fieldset", { class: "range" }, ...fields, hint);
    set.prepend(element("legend", { class: "unseen" }, column.label));
    Object.assign(this, panel(column.label, set));
  }

  Range.prototype.show = function (state) {
    this.mark.textContent = state[this.name].join("") === "" ? "" : "•";
    this.inputs.forEach((input, end) => {
      const text = state[this.name][end];
      input.value = text;
      if (text !== "" && states.number(text) === null) {
        input.setAttribute("aria-invalid", "true");
      } else {
        input.removeAttribute("aria-invalid");
      }
    });
  };

  function Columns(changed) {
    const ids = explore.columns.all.map((column) => column.id);
    this.boxes = explore.columns.all.slice(1).map((column) => {
      const box = element("input", { type: "checkbox" });
      box.addEventListener("change", () => {
        changed((state) => {
          const shown = new Set(state.cols);
          shown[box.checked ? "add" : "delete"](column.id);
          state.cols = ids.filter((id) => shown.has(id));
        });
      });
      return { id: column.id, box, label: element("label", {}, box, " ", column.label) };
    });
    const list = element("fieldset", {}, this.boxes.map((entry) => entry.label));
    list.prepend(element("legend", { class: "unseen" }, word("explore.columns")));
    Object.assign(this, panel(word("explore.columns"), list));
    this.details.classList.add("columns");
  }

  Columns.prototype.show = function (state) {
    this.boxes.forEach((entry) => {
      entry.box.checked = state.cols.includes(entry.id);
    });
  };

  /** Panels close when another opens, with Escape, and when the reader goes elsewhere. */
  function together(root) {
    const panels = () => Array.from(root.querySelectorAll("details[open]"));
    root.addEventListener("toggle", (event) => {
      if (event.target.open) {
        panels().filter((other) => other !== event.target).forEach((other) => (other.open = false));
      }
    }, true);
    root.addEventListener("keydown", (event) => {
      const open = event.target.closest("details[open]");
      if (event.key === "Escape" && open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
    });
    document.addEventListener("pointerdown", (event) => {
      panels().filter((open) => !open.contains(event.target)).forEach((open) => (open.open = false));
    });
  }

  /**
   * @param changed takes a function that changes the state, and whether the reader is still typing
   */
  function Filters(root, changed) {
    this.find = element("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    this.find.placeholder = word("explore.find.hint");
    this.find.addEventListener("input", () => {
      changed((state) => {
        state.q = this.find.value;
      }, true);
    });
    this.controls = states.CHOICES.filter((name) => CHOICES[name].options.length > 1)
      .map((name) => new Choice(name, changed))
      .concat(states.RANGES.map((name) => new Range(name, changed)).filter((one) => one.isUseful));
    this.controls.push(new Columns(changed));
    this.status = element("span", { role: "status" });
    this.clear = element("button", { type: "button", class: "plain" }, word("explore.clear"));
    this.clear.addEventListener("click", () => {
      changed((state) => {
        const first = states.fresh();
        ["q"].concat(states.CHOICES, states.RANGES).forEach((key) => (state[key] = first[key]));
      });
      this.find.focus();
    });
    root.append(
      element(
        "div",
        { class: "facets" },
        element("label", { class: "find" }, element("span", { class: "unseen" }, word("explore.find")), this.find),
        this.controls.map((control) => control.details)
      ),
      element("p", { class: "status" }, this.status, " ", this.clear)
    );
    together(root);
    root.hidden = false;
  }

  Filters.prototype.show = function (state, result) {
    if (this.find.value !== state.q) {
      this.find.value = state.q;
    }
    this.controls.forEach((control) => control.show(state, result.counts));
    const count = numbers.exact(result.passed.length);
    this.status.textContent =
      result.passed.length === models.length
        ? word("explore.all", count)
        : result.passed.length === 0
          ? word("explore.none")
          : word("explore.count", count, numbers.exact(models.length));
    this.clear.hidden = filters(state).length === 0;
  };

  explore.filters = { apply, Filters };
})();

// The page compare.html: what its address says is what it shows.
(function () {
  "use strict";
  const { element, word, address, selection } = convatlas;
  const main = document.querySelector("main.comparing");
  const say = convatlas.tray.say;
  const parts = {};
  let state = null;
  let catalog = null;
  let turn = 0;
  /** Aligned layers by baseline, model and convention: {promise, result}. */
  let aligned = new Map();
  let current = null;

  // What the address says, with what it leaves out.

  function resolved(given) {
    const known = given.models.filter((id) => catalog.byId.has(id));
    const base = known.includes(given.base) ? given.base : known[0] || "";
    const others = known.filter((id) => id !== base);
    const named = catalog.conventions.some((one) => one.name === given.convention);
    return {
      ...given,
      models: known,
      unknown: given.models.filter((id) => !catalog.byId.has(id)),
      base,
      asked: given.beside,
      beside: others.includes(given.beside) ? given.beside : others[0] || "",
      convention: named ? given.convention : catalog.convention,
    };
  }

  /** Changes the address; the change of the address changes the page. */
  function go(change) {
    const next = { ...state, ...change };
    const isBeside = next.models.includes(next.asked) && next.asked !== next.base;
    const fragment = address.write({
      ...next,
      models: next.models.concat(next.unknown),
      convention: next.convention === catalog.convention ? "" : next.convention,
      beside: isBeside ? next.asked : "",
    });
    const follows = isSelected(state.models);
    location.hash = fragment;
    if (follows) {
      selection.set(next.models.map((id) => ({ id, title: catalog.byId.get(id).title })));
    }
  }

  /** Whether the page compares what the reader has ticked. */
  function isSelected(ids) {
    const picked = selection.all().map((model) => model.id);
    return picked.length === ids.length && picked.every((id) => ids.includes(id));
  }

  const actions = {
    page: (id) => "models/" + id + ".html",
    base: (id) => go({ base: id }),
    add: (id) => {
      go({ models: state.models.concat([id]) });
      say(word("compare.view.added", catalog.byId.get(id).title));
    },
    drop: (id) => {
      const left = state.models.filter((other) => other !== id);
      const at = Math.min(state.models.indexOf(id), left.length - 1);
      parts.focus = left.length > 0 ? "drop " + left[at] : "";
      go({ models: left, base: state.base === id ? left[0] || "" : state.base });
      say(word("compare.view.dropped", catalog.byId.get(id).title));
    },
    move: (at, by) => {
      const models = [...state.models];
      [models[at], models[at + by]] = [models[at + by], models[at]];
      go({ models });
      say(word("compare.view.moved", catalog.byId.get(models[at + by]).title, at + by + 1));
    },
    beside: (id) => go({ asked: id }),
    forget: () => go({ unknown: [], beyond: [] }),
  };

  // The frame, made once.

  function section(id, title, ...inside) {
    const head = element("h2", { id: "h-" + id, tabindex: -1 }, title);
    return element("section", { id, "aria-labelledby": "h-" + id, hidden: true }, head, ...inside);
  }

  function options() {
    parts.convention = element("select", { id: "convention", "data-key": "convention" });
    parts.convention.addEventListener("change", () => go({ convention: parts.convention.value }));
    parts.differences = element("input", { type: "checkbox", id: "differences" });
    parts.differences.addEventListener("change", () =>
      go({ differences: parts.differences.checked })
    );
    parts.hidden = element("span", { class: "hint", role: "status" });
    return element(
      "div",
      { class: "options" },
      element("label", { for: "convention" }, word("compare.view.convention"), parts.convention),
      element(
        "label",
        { class: "check" },
        parts.differences,
        element("span", {}, word("compare.view.differences"))
      ),
      parts.hidden
    );
  }

  function frame() {
    parts.chooser = convatlas.chooser.chooser(
      () => ({ catalog, base: catalog && catalog.byId.get(state.base), chosen: state.models }),
      actions.add
    );
    const full = word("tray.full", address.MOST);
    parts.full = element("p", { class: "hint full", hidden: true }, full);
    parts.options = options();
    parts.share = convatlas.share.share(printed, say);
    parts.notices = element("div", { class: "notices" });
    parts.start = element("p", { class: "empty", hidden: true }, word("compare.view.start"));
    parts.pairs = element("div", { class: "pairs", role: "group" });
    parts.pairs.setAttribute("aria-label", word("compare.view.pairs"));
    parts.table = element("div", { class: "scroll side" });
    parts.why = element("div", { class: "edits" });
    parts.charts = element("div", { class: "charts" });
    parts.tabs = element("div", { class: "tabs", role: "group" });
    parts.tabs.setAttribute("aria-label", word("compare.view.pairs"));
    parts.summary = element("p", { class: "hint" });
    parts.layers = element("div", { class: "scroll tall" });
    parts.sections = [
      section("figures", word("compare.view.figures"), parts.pairs, parts.table),
      section("difference", word("compare.view.why"), parts.why),
      section("charts", word("site.charts"), parts.charts),
      section("layers", word("compare.view.layers"), parts.tabs, parts.summary, parts.layers),
    ];
    const local = element("nav", { class: "local", "aria-label": word("site.onPage") });
    parts.local = local;
    parts.sections.forEach((one) => {
      const head = one.querySelector("h2");
      local.append(element("a", { href: "#" + one.id, click: jump }, head.textContent));
    });
    local.hidden = true;
    main.querySelector(".bench").replaceChildren(
      parts.chooser,
      parts.full,
      parts.start,
      parts.notices,
      element("div", { class: "bar" }, parts.options, parts.share),
      local,
      ...parts.sections
    );
  }

  /** The fragment says what is compared: a jump within the page leaves it alone. */
  function jump(event) {
    event.preventDefault();
    const to = document.getElementById(event.currentTarget.getAttribute("href").slice(1));
    const target = to.querySelector("h2") || to;
    target.focus({ preventScroll: true });
    to.scrollIntoView();
  }

  // What is shown.

  function notices(comparison) {
    const all = state.unknown.map((id) => word("compare.view.unknown", id));
    if (state.beyond.length > 0) {
      all.push(word("compare.view.beyond", address.MOST, state.beyond.join(", ")));
    }
    const stray = all.length > 0;
    const lines = all.concat(comparison ? comparison.notices : []);
    const forget = { type: "button", "data-key": "forget", click: actions.forget };
    parts.notices.replaceChildren(
      ...lines.map((line) => element("p", { class: "notice" }, line)),
      ...(stray ? [element("button", forget, word("compare.view.forget"))] : [])
    );
  }

  function besides(into, models) {
    const others = models.filter((model) => model.id !== state.base);
    into.hidden = others.length < 2;
    into.replaceChildren(
      ...others.map((model) =>
        convatlas.view.button(
          into.className + " " + model.id,
          word("compare.view.beside", model.title),
          () => actions.beside(model.id),
          { "aria-pressed": String(model.id === state.beside) },
          model.title
        )
      )
    );
  }

  function controls() {
    const { convention, differences } = parts;
    if (convention.options.length === 0) {
      const option = ({ name, unit }) =>
        element("option", { value: name }, name + " (" + unit + ")");
      convention.append(...catalog.conventions.map(option));
    }
    convention.value = state.convention;
    convention.title = word("convention." + state.convention);
    differences.checked = state.differences;
    parts.full.hidden = state.models.length < address.MOST;
    parts.chooser.hidden = state.models.length >= address.MOST;
    parts.start.hidden = state.models.length > 1;
    const some = state.models.length > 0;
    main.classList.toggle("full", state.models.length > 1);
    parts.options.hidden = !some;
    parts.share.hidden = !some;
    parts.local.hidden = state.models.length < 2;
    parts.sections.forEach((one) => {
      one.hidden = one.id === "difference" || one.id === "layers" ? state.models.length < 2 : !some;
    });
    document.querySelectorAll("a.twin").forEach((link) => {
      link.hash = location.hash;
    });
  }

  /** Puts the focus back where it was, or where the change that was made wants it. */
  function refocus(key) {
    const wanted = parts.focus || key;
    parts.focus = null;
    const all = [...main.querySelectorAll("[data-key]")];
    const target = all.find((one) => one.dataset.key === wanted && !one.disabled);
    if (target) {
      target.focus({ preventScroll: true });
    } else if (wanted && /^(left|right) /.test(wanted)) {
      refocus(wanted.replace(/^(left|right)/, (way) => (way === "left" ? "right" : "left")));
    } else if (wanted || key === "") {
      parts.chooser.querySelector("input").focus({ preventScroll: true });
    }
  }

  async function show(fragment) {
    const mine = ++turn;
    const isWanted = () => mine === turn;
    catalog = catalog || convatlas.readCatalog();
    state = resolved(address.parse(fragment));
    controls();
    const models = await Promise.all(state.models.map(convatlas.data.model));
    if (!isWanted()) {
      return;
    }
    const focused = document.activeElement ? document.activeElement.dataset.key : null;
    const convention = catalog.conventions.find((one) => one.name === state.convention);
    const base = state.models.indexOf(state.base);
    const comparison = convatlas.comparison.compare(catalog, models, Math.max(0, base), convention);
    const table = convatlas.comparison.table(comparison, state.differences);
    current = { comparison, printed: table, onlyDifferences: state.differences };
    notices(models.length > 1 ? comparison : null);
    parts.hidden.textContent = table.hidden > 0 ? word("compare.hidden", table.hidden) : "";
    besides(parts.pairs, models);
    besides(parts.tabs, models);
    parts.table.replaceChildren(
      ...(models.length > 0 ? [convatlas.view.table(models, table, state, actions)] : [])
    );
    refocus(focused);
    title(models);
    charts(models, convention);
    await beneath(comparison, isWanted);
    if (isWanted()) {
      main.dataset.shown = fragment;
    }
  }

  function title(models) {
    const names = models.map((model) => model.title).join(" · ");
    document.title = (names === "" ? "" : names + " · ") + main.dataset.title;
  }

  function charts(models, convention) {
    const key = state.models.join(",") + " " + convention.name;
    if (parts.charts.dataset.key !== key) {
      parts.charts.dataset.key = key;
      const counted = catalog.conventions.indexOf(convention);
      const all = models.length > 0 ? convatlas.charts.all(models, convention, counted) : [];
      parts.charts.replaceChildren(...all.map(convatlas.charts.figure));
    }
  }

  // The layers: aligned once for each pair, in pieces.

  function align({ models, base, convention }, i) {
    const key = [models[base].id, models[i].id, convention.name].join(" ");
    if (!aligned.has(key)) {
      const counted = catalog.conventions.indexOf(convention);
      const work = convatlas.explanation.aligned(models[base], models[i], convention, counted);
      aligned.set(key, convatlas.work.run(work, () => true));
    }
    return aligned.get(key);
  }

  async function all(comparison) {
    const layers = [];
    for (let i = 0; i < comparison.models.length; i++) {
      layers.push(i === comparison.base ? null : await align(comparison, i));
    }
    return layers;
  }

  /** What the formats print. */
  async function printed() {
    const now = current;
    return { ...now, layers: await all(now.comparison) };
  }

  async function beneath(comparison, isWanted) {
    await convatlas.work.breath();
    const layers = await all(comparison);
    if (!isWanted()) {
      return;
    }
    const { models, base, convention } = comparison;
    const key = [state.base, convention.name].concat(state.models).join(" ");
    if (parts.why.dataset.key !== key) {
      parts.why.dataset.key = key;
      const cards = models.map((model, i) => (i === base ? null : why(model, layers[i])));
      parts.why.replaceChildren(...cards.filter(Boolean));
    }
    const beside = models.findIndex((model) => model.id === state.beside);
    const pair = key + " " + state.beside;
    if (parts.layers.dataset.key !== pair) {
      parts.layers.dataset.key = pair;
      parts.layers.replaceChildren();
      if (beside >= 0) {
        await stepByStep(comparison, beside, layers[beside], isWanted);
      }
    }
  }

  function why(model, one) {
    const attributions = one.attributions;
    return element(
      "article",
      {},
      element("h3", {}, model.title),
      one.refused === ""
        ? one.explained.map((figure, i) =>
            convatlas.layers.explained(
              figure,
              i === 0 ? attributions.operations : attributions.params
            )
          )
        : element("p", {}, one.refused)
    );
  }

  async function stepByStep({ models, base, convention }, i, one, isWanted) {
    parts.summary.textContent = one.refused || one.summary;
    const counted = catalog.conventions.indexOf(convention);
    const pair = { base: models[base], model: models[i], counted };
    const table = convatlas.layers.table(pair, convention.unit);
    parts.layers.append(table);
    await convatlas.work.run(convatlas.layers.fill(table, one.steps, pair), isWanted);
  }

  function changed() {
    const fragment = location.hash;
    // A fragment that is none of ours, such as that of a link to a heading, changes nothing.
    if (fragment === "" || /(^#|&)(m|base|diff|conv|with)=/.test(fragment)) {
      show(fragment).catch(failed);
    }
  }

  function failed(error) {
    turn++;
    parts.notices.replaceChildren(
      element("p", { class: "notice" }, word("compare.view.failed", error.message))
    );
  }

  frame();
  document.querySelectorAll("a.skip").forEach((link) => link.addEventListener("click", jump));
  window.addEventListener("hashchange", changed);
  if (location.hash === "" && selection.all().length > 0) {
    location.replace(address.of(selection.all().map((model) => model.id)));
  } else {
    changed();
  }
})();

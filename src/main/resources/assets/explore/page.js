// The catalog page: filters, table and scatter show one state, which stands in the address.
(function () {
  "use strict";
  const { word, element, explore } = convatlas;
  const { fresh, parse, print, isState } = explore.state;
  const { apply, Filters } = explore.filters;

  let state = isState(location.hash) ? parse(location.hash) : fresh();
  let isTyping = false;
  let waiting = 0;
  let pictured = "";

  /** What the picture depends on: neither the order of rows nor their columns. */
  function picturing() {
    return print(Object.assign({}, state, { sort: "", cols: fresh().cols })) || "#";
  }

  function show() {
    const result = apply(state);
    filters.show(state, result);
    table.show(state, result.passed);
    // The table answers at once; the picture may come a moment later.
    clearTimeout(waiting);
    if (picturing() !== pictured) {
      waiting = setTimeout(() => {
        pictured = picturing();
        scatter.show(state, result.passed);
      }, isTyping ? 150 : 0);
    }
    document.querySelectorAll("a.twin").forEach((twin) => {
      twin.hash = print(state);
    });
  }

  /** Letters typed one after the other are one step back, not one each. */
  function changed(change, typing) {
    change(state);
    const address = print(state) || location.pathname + location.search;
    history[typing && isTyping ? "replaceState" : "pushState"](null, "", address);
    isTyping = Boolean(typing);
    show();
  }

  function picture() {
    const fixed = document.getElementById("chart-macs-params");
    const figure = element(
      "figure",
      { class: "scatter", id: "scatter" },
      element("figcaption", {}, element("b", {}, word("explore.chart")))
    );
    const place = fixed ? fixed.closest(".charts") : document.getElementById("filters");
    place.before(figure);
    if (fixed) {
      place.hidden = true;
    }
    return figure;
  }

  const scroll = document.querySelector("#models table").closest(".scroll");
  document.querySelectorAll("#models .pages").forEach((pages) => pages.remove());
  const scatter = new explore.Scatter(picture(), changed);
  const filters = new Filters(document.getElementById("filters"), changed);
  const table = new explore.Table(scroll, changed);

  addEventListener("popstate", () => {
    if (isState(location.hash)) {
      state = parse(location.hash);
      isTyping = false;
      show();
    }
  });
  show();
})();

// A model's page: columns of the layer table to choose, where in the page one is, what a link leads
// to unfolded, the citation to be copied. Without it all columns show, and folds open by hand.
(function () {
  "use strict";
  const { element, word } = convatlas;
  const KEPT = "convatlas-layer-columns";
  const table = document.querySelector("table.layers");

  // On a phone the figures come first.
  const NARROW = ["index", "type", "arguments", "params-share", "macs-share"];

  function usual() {
    return matchMedia("(max-width: 48rem)").matches ? NARROW : [];
  }

  function kept() {
    try {
      const ids = localStorage.getItem(KEPT);
      return ids === null ? usual() : ids.split(" ").filter(Boolean);
    } catch (refused) {
      return usual();
    }
  }

  function keep(ids) {
    try {
      localStorage.setItem(KEPT, ids.join(" "));
    } catch (refused) {
      // The choice then lasts as long as the page.
    }
  }

  /** The heading of a block and the totals stand across the first columns. */
  function hide(rows, column, across, hidden) {
    rows.forEach((row) => {
      const first = row.cells[0];
      if (!first.dataset.across && first.colSpan > 1) {
        first.dataset.across = String(across);
      }
      if (!first.dataset.across) {
        row.cells[column].hidden = hidden;
      } else if (column < across) {
        first.colSpan += hidden ? -1 : 1;
      } else {
        row.cells[column - across + 1].hidden = hidden;
      }
    });
  }

  function columns() {
    const heads = Array.from(table.tHead.rows[0].cells);
    // All of them: a sorted table holds no headings of blocks.
    const rows = Array.from(table.rows);
    const spanning = table.querySelector("[colspan]");
    const across = spanning ? spanning.colSpan : 0;
    const hidden = new Set(kept());
    const boxes = heads.map((head, column) => {
      const id = head.dataset.id;
      if (id === "layer") {
        return null;
      }
      const shown = element("input", { type: "checkbox", checked: !hidden.has(id) });
      shown.addEventListener("change", () => {
        hidden[shown.checked ? "delete" : "add"](id);
        hide(rows, column, across, !shown.checked);
        keep(Array.from(hidden));
      });
      if (hidden.has(id)) {
        hide(rows, column, across, true);
      }
      const name = head.textContent === "%" ? head.title : head.textContent;
      return element("label", {}, shown, " ", name);
    });
    const set = element(
      "fieldset",
      {},
      element("legend", { class: "unseen" }, word("explore.columns")),
      boxes,
    );
    return element(
      "details",
      { class: "facet columns" },
      element("summary", {}, word("explore.columns")),
      element("div", { class: "panel" }, set),
    );
  }

  /** Browsers open what a link leads into, but not all of them do yet. */
  function unfold() {
    const target = location.hash && document.getElementById(convatlas.decoded(location.hash.slice(1)));
    if (!target) {
      return;
    }
    let folded = target.closest("details:not([open])");
    const found = folded !== null;
    while (folded) {
      folded.open = true;
      folded = folded.parentElement.closest("details:not([open])");
    }
    if (found) {
      target.scrollIntoView();
    }
  }

  async function copy(text, source) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      // Then it is selected, to be copied by hand.
      getSelection().selectAllChildren(source);
      return false;
    }
  }

  function citing(source) {
    const said = element("span", { role: "status" });
    const press = async () => {
      said.textContent = (await copy(source.textContent, source)) ? word("site.copied") : "";
    };
    source.before(
      element(
        "p",
        { class: "copy" },
        element("button", { type: "button", class: "plain", click: press }, word("site.copy")),
        " ",
        said,
      ),
    );
  }

  /** A site that does not say its address has the one at which it is read. */
  function addressed(part) {
    if (location.protocol.startsWith("http")) {
      const site = new URL(part.dataset.root || ".", location.href).href;
      part.querySelectorAll("pre").forEach((pre) => {
        pre.textContent = pre.textContent.replaceAll("SITE/", site);
      });
      part.lastElementChild.remove();
    }
  }

  /** Marks the part that one reads in the list of parts. */
  function follow(nav) {
    const links = new Map(
      Array.from(nav.querySelectorAll("a"), (link) => [link.getAttribute("href").slice(1), link]),
    );
    const parts = Array.from(links.keys(), (id) => document.getElementById(id)).filter(Boolean);
    let now = null;
    const mark = () => {
      const line = nav.getBoundingClientRect().bottom + 80;
      const passed = parts.filter((part) => part.getBoundingClientRect().top < line);
      const link = passed.length > 0 ? links.get(passed[passed.length - 1].id) : null;
      if (link !== now) {
        if (now) {
          now.removeAttribute("aria-current");
        }
        if (link) {
          link.setAttribute("aria-current", "true");
          nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
        }
        now = link;
      }
    };
    let waiting = false;
    addEventListener(
      "scroll",
      () => {
        if (!waiting) {
          waiting = true;
          requestAnimationFrame(() => {
            waiting = false;
            mark();
          });
        }
      },
      { passive: true },
    );
  }

  if (table) {
    document.querySelector("#layers > .switches").append(columns());
  }
  document.querySelectorAll("[data-root]").forEach(addressed);
  document.querySelectorAll("pre.citation, pre.snippet").forEach(citing);
  document.querySelectorAll("nav.local").forEach(follow);
  addEventListener("hashchange", unfold);
  unfold();
})();

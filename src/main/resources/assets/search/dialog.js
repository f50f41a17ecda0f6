// The search: a dialog on every page that "/" opens, and the field of the search page.
(function () {
  "use strict";
  const { word, element } = convatlas;
  const MOST = 40;
  const link = document.querySelector("a.finder");
  // The folder of the page's language, from which addresses of entries start.
  const home = link.getAttribute("href").replace(/search\.html$/, "");
  let loading = null;

  function load() {
    if (loading === null) {
      loading = new Promise((resolve, reject) => {
        document.head.append(
          element("script", { src: home + "data/search.js", load: resolve, error: reject })
        );
      });
    }
    return loading;
  }

  function result(entry, at, id) {
    return element(
      "li",
      {},
      element(
        "a",
        { href: home + entry.href, id: id + "-" + at },
        element("b", {}, entry.title),
        entry.note === "" ? null : element("span", {}, " " + entry.note)
      ),
      element("small", {}, convatlas.entries.kinds[entry.kind])
    );
  }

  /** A field and what it finds; arrows go through the results, which are links. */
  function Search(id, most) {
    this.id = id;
    this.most = most;
    this.field = element("input", {
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "go",
      "aria-label": word("explore.search"),
      placeholder: word("explore.search.hint"),
    });
    this.status = element("p", { class: "status", role: "status" });
    this.list = element("ol", { class: "results" });
    this.root = element("div", { class: "search" }, this.field, this.status, this.list);
    this.field.addEventListener("input", () => this.show());
    this.field.addEventListener("focus", load, { once: true });
    this.root.addEventListener("keydown", (event) => this.key(event));
  }

  Search.prototype.links = function () {
    return Array.from(this.list.querySelectorAll("a"));
  };

  Search.prototype.key = function (event) {
    const links = this.links();
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && at + 1 < links.length) {
      links[at + 1].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (at === 0 ? this.field : links[at - 1]).focus();
    } else if (event.key === "Enter" && document.activeElement === this.field && links.length > 0) {
      location.href = links[0].href;
    } else {
      return;
    }
    event.preventDefault();
  };

  Search.prototype.show = function () {
    load().then(
      () => this.draw(),
      () => {
        this.status.textContent = word("explore.search.failed");
      }
    );
  };

  Search.prototype.draw = function () {
    const query = this.field.value;
    const found = convatlas.find(query);
    this.list.replaceChildren(
      ...found.slice(0, this.most).map((entry, at) => result(entry, at, this.id))
    );
    this.status.textContent =
      query.trim() === ""
        ? ""
        : found.length === 0
          ? word("explore.search.none")
          : found.length > this.most
            ? word("explore.search.first", this.most, found.length)
            : word("explore.search.found", found.length);
  };

  let dialog = null;

  function open() {
    if (dialog === null) {
      const search = new Search("found", MOST);
      const close = element("button", { type: "button", class: "plain" }, word("explore.search.close"));
      dialog = element("dialog", { class: "finding", "aria-label": word("explore.search") }, close, search.root);
      close.addEventListener("click", () => dialog.close());
      dialog.addEventListener("click", (event) => {
        if (event.target === dialog) {
          dialog.close();
        }
      });
      // A search field would only be emptied.
      dialog.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !event.isComposing) {
          event.preventDefault();
          dialog.close();
        }
      });
      // A link to another part of the page that is open leaves the dialog behind.
      dialog.addEventListener("click", (event) => {
        if (event.target.closest("a")) {
          dialog.close();
        }
      });
      document.body.append(dialog);
      dialog.search = search;
    }
    dialog.showModal();
    dialog.search.field.focus();
    dialog.search.field.select();
  }

  function isWriting(target) {
    return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
  }

  /** The search page: the words stand in the address, so that they can be shared. */
  function page(place) {
    const search = new Search("result", 200);
    const list = document.getElementById("list");
    const read = () => {
      const query = /^#q=(.*)$/.exec(location.hash);
      const text = query === null ? "" : convatlas.decoded(query[1]);
      search.field.value = text;
      list.hidden = text.trim() !== "";
      if (text !== "") {
        search.show();
      } else {
        search.list.replaceChildren();
        search.status.textContent = "";
        const target = document.getElementById(convatlas.decoded(location.hash.slice(1)));
        if (target !== null && list.contains(target)) {
          target.scrollIntoView();
        }
      }
    };
    search.field.addEventListener("input", () => {
      const text = search.field.value;
      history.replaceState(null, "", text === "" ? "#" : "#q=" + encodeURIComponent(text));
      list.hidden = text.trim() !== "";
    });
    addEventListener("hashchange", read);
    place.append(search.root);
    place.hidden = false;
    read();
    return search;
  }

  const place = document.getElementById("search");
  const here = place === null ? null : page(place);

  function start(event) {
    event.preventDefault();
    if (here === null) {
      open();
    } else {
      here.field.focus();
    }
  }

  link.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      start(event);
    }
  });
  link.setAttribute("aria-keyshortcuts", "/");
  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "/" && isPlain && !event.isComposing && !isWriting(event.target)) {
      start(event);
    }
  });
})();

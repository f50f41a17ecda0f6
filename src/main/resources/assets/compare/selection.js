// The models that a reader has ticked, kept while they walk through the site: in the browser's
// storage, or in the addresses of the pages where that is switched off.
(function () {
  "use strict";
  const ROOT = new URL("..", document.currentScript.src);
  // Other sites of the same host, or other folders, have selections of their own.
  const KEY = "convatlas-selection " + ROOT.pathname;
  const FRAGMENT = /^#picked=(.*)$/;
  const watchers = [];
  let refused = false;
  let picked = [];

  function read() {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      picked = Array.isArray(kept) ? kept.filter(isModel).slice(0, most()) : [];
    } catch (error) {
      refused = true;
      const found = FRAGMENT.exec(location.hash);
      if (found) {
        picked = fromFragment(found[1]);
      }
    }
  }

  function fromFragment(text) {
    const ids = convatlas.decoded(text).split(",");
    return ids.slice(0, most()).map((id) => ({ id, title: id }));
  }

  function isModel(one) {
    return one !== null && typeof one.id === "string" && typeof one.title === "string";
  }

  function most() {
    return convatlas.address.MOST;
  }

  function keep(models) {
    picked = models;
    try {
      localStorage.setItem(KEY, JSON.stringify(picked));
    } catch (error) {
      refused = true;
    }
    tell();
  }

  function tell() {
    watchers.forEach((watcher) => watcher(picked));
  }

  function has(id) {
    return picked.some((model) => model.id === id);
  }

  /** Whether there was room for it. */
  function add(model) {
    if (has(model.id)) {
      return true;
    }
    if (picked.length === most()) {
      return false;
    }
    keep(picked.concat([{ id: model.id, title: model.title }]));
    return true;
  }

  function remove(id) {
    keep(picked.filter((model) => model.id !== id));
  }

  /** Without storage, a link to another page of the site takes the selection along. */
  function carry(event) {
    const link = event.target.closest ? event.target.closest("a[href]") : null;
    if (refused && link && picked.length > 0 && link.hash === "") {
      const to = new URL(link.href);
      if (to.origin === location.origin && to.pathname.startsWith(ROOT.pathname)) {
        link.hash = "picked=" + picked.map((model) => model.id).join(",");
      }
    }
  }

  read();
  document.addEventListener("click", carry, true);
  window.addEventListener("storage", (event) => {
    if (event.key === KEY) {
      read();
      tell();
    }
  });
  // A page that comes back from the browser's memory may have missed changes.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      read();
      tell();
    }
  });

  convatlas.selection = {
    all: () => picked,
    has,
    add,
    remove,
    set: keep,
    clear: () => keep([]),
    watch: (watcher) => watchers.push(watcher),
  };
})();

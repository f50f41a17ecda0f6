// Only in pages that `convatlas serve` sends: published pages have no such script.
(function () {
  "use strict";
  var script = document.currentScript;
  var banner = null;

  function close() {
    if (banner) {
      banner.remove();
      banner = null;
    }
  }

  // Styles by script: the policy of the pages allows no others.
  function styled(element, styles) {
    Object.assign(element.style, styles);
    return element;
  }

  function show(text) {
    close();
    if (!text) {
      return;
    }
    banner = styled(document.createElement("section"), {
      position: "fixed", inset: "auto 0 0 0", zIndex: "1000", maxHeight: "45vh", overflow: "auto",
      padding: "0.75rem 1rem", background: "#3a0d12", color: "#fff", borderTop: "3px solid #ff8a80"
    });
    banner.id = "convatlas-problems";
    banner.setAttribute("role", "alert");
    banner.lang = script.dataset.language;
    var lines = text.split("\n");
    var head = styled(document.createElement("strong"), {display: "block", marginBottom: "0.5rem"});
    head.textContent = lines[0];
    var said = styled(document.createElement("pre"), {
      margin: "0", whiteSpace: "pre-wrap", overflowWrap: "anywhere", background: "none", color: "inherit",
      font: "13px/1.45 ui-monospace, monospace"
    });
    said.textContent = lines.slice(1).join("\n");
    var hide = styled(document.createElement("button"), {
      position: "sticky", top: "0", float: "right", font: "inherit", padding: "0.1rem 0.6rem",
      color: "inherit", background: "#6b1a22", border: "1px solid #ff8a80", borderRadius: "4px"
    });
    hide.type = "button";
    hide.textContent = "×";
    hide.setAttribute("aria-label", script.dataset.close);
    hide.addEventListener("click", close);
    banner.append(hide, head, said);
    document.body.append(banner);
  }

  var events = new EventSource(
      "/.convatlas/events?page=" + encodeURIComponent(script.dataset.page)
      + "&version=" + script.dataset.version);
  events.addEventListener("reload", function () {
    events.close();
    location.reload();
  });
  events.addEventListener("problems", function (event) {
    show(event.data);
  });
  // Otherwise a page that is left behind holds on to one of the browser's few connections.
  window.addEventListener("pagehide", function () {
    events.close();
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      location.reload();
    }
  });
})();

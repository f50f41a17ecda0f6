// The button that changes the colour scheme: system, light, dark, and round again.
(function () {
  "use strict";
  var NEXT = { system: "light", light: "dark", dark: "system" };
  var root = document.documentElement;
  var button = document.querySelector("button.theme");

  function current() {
    return root.getAttribute("data-theme") || "system";
  }

  function show() {
    var label = button.getAttribute("data-" + current());
    button.setAttribute("aria-label", label);
    button.title = label;
    button.setAttribute("data-now", current());
  }

  function keep(scheme) {
    try {
      if (scheme === "system") {
        localStorage.removeItem("convatlas-theme");
      } else {
        localStorage.setItem("convatlas-theme", scheme);
      }
    } catch (refused) {
      // The scheme then lasts as long as the page.
    }
  }

  button.addEventListener("click", function () {
    var next = NEXT[current()];
    if (next === "system") {
      root.removeAttribute("data-theme");
    } else {
      root.setAttribute("data-theme", next);
    }
    keep(next);
    show();
  });
  button.hidden = false;
  show();
})();

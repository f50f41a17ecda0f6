// Runs before the first paint, so that a chosen scheme does not flash.
(function () {
  "use strict";
  try {
    var chosen = localStorage.getItem("convatlas-theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.setAttribute("data-theme", chosen);
    }
  } catch (refused) {
    // Storage may be switched off: the system's scheme stays.
  }
  document.documentElement.classList.add("js");
})();

// Shows the rows of the table below that have all the words typed.
(function () {
  "use strict";

  function start(box) {
    var input = box.querySelector("input");
    var output = box.querySelector("output");
    var table = box.parentNode.querySelector("table");
    var rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
      return { row: row, text: row.textContent.toLowerCase() };
    });

    function filter() {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (entry) {
        var fits = words.every(function (word) {
          return entry.text.indexOf(word) >= 0;
        });
        entry.row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      output.textContent = words.length
        ? box.getAttribute("data-count").replace("{0}", shown).replace("{1}", rows.length)
        : "";
    }

    input.addEventListener("input", filter);
    box.hidden = false;
    // A browser that comes back to the page keeps what was typed.
    filter();
  }

  Array.prototype.forEach.call(document.querySelectorAll(".filter"), function (box) {
    if (box.parentNode.querySelector("table")) {
      start(box);
    }
  });
})();

// Sorts tables by their columns. The third press of a heading brings the written order back.
(function () {
  "use strict";

  function key(row, column) {
    var cell = row.cells[column];
    var text = cell.getAttribute("data-v") || cell.textContent.trim();
    var number = parseFloat(text.replace(/[,\s]/g, "").replace("−", "-").replace(/^[≥<>]/, ""));
    return { text: text, number: number };
  }

  function compare(a, b) {
    var aIsNumber = !isNaN(a.number);
    var bIsNumber = !isNaN(b.number);
    if (aIsNumber && bIsNumber) {
      return a.number - b.number;
    }
    return aIsNumber === bIsNumber ? a.text.localeCompare(b.text, document.documentElement.lang) : aIsNumber ? -1 : 1;
  }

  function Sorter(table) {
    this.table = table;
    this.bodies = Array.prototype.slice.call(table.tBodies);
    this.rows = [];
    this.homes = [];
    this.flat = document.createElement("tbody");
    var self = this;
    this.bodies.forEach(function (body) {
      Array.prototype.forEach.call(body.rows, function (row) {
        self.homes.push({ row: row, body: body });
        if (!row.classList.contains("head")) {
          self.rows.push(row);
        }
      });
    });
  }

  // A row's name leaves out its block, which only the heading above it says.
  function nameInFull(row) {
    if (row.id.indexOf("l-") === 0) {
      var head = row.querySelector("th");
      head.setAttribute("data-short", head.textContent);
      head.textContent = row.id.slice(2);
    }
  }

  function nameInShort(row) {
    var head = row.querySelector("th[data-short]");
    if (head) {
      head.textContent = head.getAttribute("data-short");
      head.removeAttribute("data-short");
    }
  }

  Sorter.prototype.restore = function () {
    var table = this.table;
    this.flat.remove();
    this.homes.forEach(function (home) {
      nameInShort(home.row);
      home.body.appendChild(home.row);
    });
    this.bodies.forEach(function (body) {
      table.insertBefore(body, table.tFoot);
    });
    table.classList.remove("sorted");
  };

  // Blocks make no sense in another order: sorted rows stand in one body, without their headings.
  Sorter.prototype.sort = function (column, direction) {
    var sign = direction === "ascending" ? 1 : -1;
    var flat = this.flat;
    if (!this.table.classList.contains("sorted")) {
      this.rows.forEach(nameInFull);
    }
    var keyed = this.rows.map(function (row, index) {
      return { row: row, key: key(row, column), index: index };
    });
    keyed.sort(function (a, b) {
      return sign * compare(a.key, b.key) || a.index - b.index;
    });
    keyed.forEach(function (entry) {
      flat.appendChild(entry.row);
    });
    this.bodies.forEach(function (body) {
      body.remove();
    });
    this.table.insertBefore(flat, this.table.tFoot);
    this.table.classList.add("sorted");
  };

  function next(head) {
    var first = head.classList.contains("n") ? "descending" : "ascending";
    var second = first === "ascending" ? "descending" : "ascending";
    var now = head.getAttribute("aria-sort");
    return now === first ? second : now === second ? "" : first;
  }

  function press(sorter, head) {
    var direction = next(head);
    Array.prototype.forEach.call(head.parentNode.cells, function (other) {
      other.removeAttribute("aria-sort");
    });
    if (direction) {
      head.setAttribute("aria-sort", direction);
      sorter.sort(head.cellIndex, direction);
    } else {
      sorter.restore();
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.sortable"), function (table) {
    var sorter = new Sorter(table);
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) {
        button.appendChild(head.firstChild);
      }
      head.appendChild(button);
      button.addEventListener("click", function () {
        press(sorter, head);
      });
    });
  });
})();

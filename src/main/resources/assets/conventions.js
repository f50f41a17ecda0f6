// Switches the operations of a model's page to another counting convention. The page has what each
// of them counts of each layer; without this script a table has all their totals.
(function () {
  "use strict";
  const data = document.getElementById("by-convention");
  const table = document.querySelector("table.layers");
  const { numbers, element, word } = convatlas;
  const KEPT = "convatlas-convention";
  const DIGITS = 36n;
  // Cells that the heading of a block stands across, less itself.
  const ACROSS = 3;

  if (!data || !table) {
    return;
  }
  const heads = Array.from(table.tHead.rows[0].cells);
  const column = heads.findIndex((head) => head.dataset.id === "macs");
  const usual = data.dataset.usual;
  const conventions = Array.from(data.children).map((item) => ({
    name: item.dataset.name,
    unit: item.dataset.unit,
    // One for each kind of layer; a lone one that counts nothing has none.
    values: (item.dataset.values || "").split(","),
  }));
  const selects = [];

  function count(text) {
    return { value: BigInt(text.replace(/\D/g, "") || "0"), exact: !text.startsWith("≥") };
  }

  function sum(counts) {
    return {
      value: counts.reduce((all, one) => all + one.value, 0n),
      exact: counts.every((one) => one.exact),
    };
  }

  /** Digits of a base that parseInt knows, and more of them than a Number holds. */
  function read(digits) {
    let value = 0n;
    for (const digit of digits) {
      value = value * DIGITS + BigInt(parseInt(digit, 36));
    }
    return value;
  }

  // As they are written, before anybody sorts them.
  const bodies = Array.from(table.tBodies).map((body) => ({
    stage: body.classList.contains("g1"),
    head: body.querySelector("tr.head"),
    rows: Array.from(body.querySelectorAll("tr:not(.head)")),
  }));
  const rows = bodies.flatMap((body) => body.rows);
  const written = rows.map((row) => count(row.cells[column].textContent));
  const places = new Map(rows.map((row, place) => [row, place]));
  // Each row links to its explanation, #x1 the first: rows that share one count the same.
  const kinds = rows.map(
    (row) => Number(row.querySelector('a[href^="#x"]').getAttribute("href").slice(2)) - 1,
  );

  /** The rows of a stage stand in the bodies behind it. */
  function rowsOf(index) {
    const body = bodies[index];
    if (!body.stage) {
      return body.rows;
    }
    const start = body.head.id.replace(/^b-/, "l-") + ".";
    const found = [];
    for (let i = index + 1; i < bodies.length; i++) {
      if (bodies[i].stage || !bodies[i].rows.every((row) => row.id.startsWith(start))) {
        break;
      }
      found.push(...bodies[i].rows);
    }
    return found;
  }

  function counts(convention) {
    return rows.map((row, place) => {
      const digits = convention.values[kinds[place]];
      return digits === ""
        ? written[place]
        : { value: read(digits.replace("+", "")), exact: !digits.endsWith("+") };
    });
  }

  function exact(one) {
    return numbers.atLeast(one.value, one.exact, numbers.exact);
  }

  /** The class of a bar that is a part of the longest, as the page has it from the beginning. */
  function bar(value, largest) {
    if (value > largest) {
      return "";
    }
    const percent =
      largest >= 10000n
        ? value / (largest / 100n)
        : (100n * value) / (largest > 1n ? largest : 1n);
    return percent === 0n ? "" : "s" + (percent > 100n ? 100n : percent);
  }

  function fill(cells, place, one, largest, total) {
    const none = one.value === 0n && one.exact;
    cells[place].textContent = exact(one);
    cells[place].className = [none ? "z" : "", bar(one.value, largest)].filter(Boolean).join(" ");
    cells[place + 1].textContent = one.value === 0n ? "" : numbers.share(one.value, total.value);
  }

  function most(all) {
    return all.reduce((largest, one) => (one.value > largest ? one.value : largest), 0n);
  }

  function show(convention) {
    const all = counts(convention);
    const total = sum(all);
    const layer = most(all);
    const heading = bodies.map((body, index) =>
      body.head ? sum(rowsOf(index).map((row) => all[places.get(row)])) : null,
    );
    const block = most(heading.filter((one, index) => one && !bodies[index].stage));
    rows.forEach((row, place) => fill(row.cells, column, all[place], layer, total));
    bodies.forEach((body, index) => {
      if (body.head) {
        fill(body.head.cells, column - ACROSS, heading[index], block, total);
      }
    });
    if (table.tFoot) {
      fill(table.tFoot.rows[0].cells, column - ACROSS, total, 0n, total);
    }
    const label = heads[column].querySelector("button") || heads[column];
    label.firstChild.nodeValue = convention.unit + " · " + convention.name;
    headline(convention, total);
    figures(conventions.indexOf(convention));
    selects.forEach((select) => {
      select.value = convention.name;
    });
  }

  function headline(convention, total) {
    const figure = document.getElementById("figure-macs");
    if (figure) {
      figure.querySelector("b").textContent = numbers.atLeast(
        total.value,
        total.exact,
        numbers.brief,
      );
      figure.querySelector("span").textContent = exact(total);
      figure.querySelector("small").textContent = word("site.model.convention", convention.name);
    }
  }

  // Every other text that differs carries all of its forms, in the order of the conventions.
  const FORMS = "|";
  const texts = Array.from(document.querySelectorAll("[data-by]"));
  const pictures = Array.from(document.querySelectorAll("img[data-views]"));

  function form(node, name, index) {
    return node.dataset[name].split(FORMS)[index];
  }

  /** The text alone: a cell may hold a note besides, a heading its button. */
  function write(node, text) {
    const holder = node.querySelector("button") || node;
    const own = Array.from(holder.childNodes).find((child) => child.nodeType === Node.TEXT_NODE);
    if (own) {
      own.nodeValue = text;
    } else {
      holder.prepend(text);
    }
  }

  function figures(index) {
    texts.forEach((node) => write(node, form(node, "by", index)));
    pictures.forEach((image) => {
      image.src = image.getAttribute("src").split("#")[0] + "#" + form(image, "views", index);
      if (image.dataset.alts) {
        image.alt = form(image, "alts", index);
      }
      if (image.dataset.heights) {
        image.setAttribute("height", form(image, "heights", index));
      }
      // The file's own shape is that of its first picture.
      image.style.aspectRatio =
        image.getAttribute("width") + " / " + image.getAttribute("height");
    });
  }

  function keep(name) {
    try {
      localStorage.setItem(KEPT, name);
    } catch (refused) {
      // The choice then lasts as long as the page.
    }
  }

  function kept() {
    try {
      return localStorage.getItem(KEPT);
    } catch (refused) {
      return null;
    }
  }

  function select() {
    const choice = element(
      "select",
      {
        change: () => {
          keep(choice.value);
          show(conventions.find((one) => one.name === choice.value));
        },
      },
      conventions.map((one) => element("option", { value: one.name }, one.name)),
    );
    selects.push(choice);
    return element("label", { class: "all" }, word("study.convention"), " ", choice);
  }

  document
    .querySelectorAll("#layers > .switches, #conventions > p")
    .forEach((place) => place.append(" ", select()));
  // The table comes with the first of them, the rest with the catalog's; the reader may want another.
  const start =
    conventions.find((one) => one.name === kept()) ||
    conventions.find((one) => one.name === usual) ||
    conventions[0];
  if (start === conventions[0] && start.name === usual) {
    selects.forEach((choice) => {
      choice.value = start.name;
    });
  } else {
    show(start);
  }
})();

// Finds entries by what a reader writes. Every part of it must be in an entry; a run of Chinese that
// is nowhere as it stands may be there in pairs of characters.
(function () {
  "use strict";
  const HAN = /[\u3400-\u9fff\uf900-\ufaff]+/g;
  const SIGNS = /[\s\-_./×·]+/g;
  // What is searched: kind, title, address, note and further words of an entry, see SearchScript.
  let entries = null;

  /** Letters of any case and width, without the signs between them: "ResNet 50" finds resnet_50. */
  function folded(text) {
    return text.normalize("NFKC").toLowerCase().replace(SIGNS, " ");
  }

  function prepare(data) {
    entries = data.entries.map(([kind, title, href, note, words], at) => ({
      at,
      kind,
      title,
      href,
      note,
      name: folded(title),
      id: folded(note),
      rest: folded(words),
    }));
    entries.forEach((entry) => {
      entry.dense = (entry.name + " " + entry.id).replace(/ /g, "");
    });
  }

  function parts(query) {
    const text = folded(query);
    const han = text.match(HAN) || [];
    const others = text.replace(HAN, " ").split(" ").filter((part) => part !== "");
    return { han, others };
  }

  /** How well an entry has a word: 0 is not at all. */
  function worth(entry, part) {
    if (entry.name === part || entry.id === part) {
      return 12;
    }
    if (entry.name.startsWith(part) || entry.id.startsWith(part)) {
      return 8;
    }
    if ((" " + entry.name + " " + entry.id).includes(" " + part)) {
      return 6;
    }
    if (entry.dense.includes(part)) {
      return 4;
    }
    return (" " + entry.rest).includes(" " + part) ? 3 : entry.rest.includes(part) ? 2 : 0;
  }

  function pairs(run) {
    return Array.from({ length: run.length - 1 }, (nothing, at) => run.slice(at, at + 2));
  }

  function worthOfRun(entry, run) {
    const whole = worth(entry, run);
    if (whole > 0 || run.length < 3) {
      return whole;
    }
    const each = pairs(run).map((pair) => worth(entry, pair));
    const found = each.filter((one) => one > 0).length;
    return found * 2 > each.length ? found / each.length : 0;
  }

  function score(entry, wanted) {
    let sum = 0;
    for (const part of wanted.others) {
      const one = worth(entry, part);
      if (one === 0) {
        return 0;
      }
      sum += one;
    }
    for (const run of wanted.han) {
      const one = worthOfRun(entry, run);
      if (one === 0) {
        return 0;
      }
      sum += one;
    }
    // "ResNet 50" is written in two parts and is one name.
    const all = wanted.others.concat(wanted.han).join("");
    return sum + (entry.name.replace(/ /g, "") === all ? 20 : 0);
  }

  /** Entries, the best first; of equally good ones those with shorter names. */
  function find(query) {
    if (entries === null) {
      prepare(convatlas.entries);
    }
    const wanted = parts(query);
    if (wanted.han.length + wanted.others.length === 0) {
      return [];
    }
    return entries
      .map((entry) => ({ entry, score: score(entry, wanted) }))
      .filter((found) => found.score > 0)
      .sort(
        (a, b) =>
          b.score - a.score ||
          a.entry.kind - b.entry.kind ||
          a.entry.name.length - b.entry.name.length ||
          a.entry.at - b.entry.at
      )
      .map((found) => found.entry);
  }

  convatlas.find = find;
})();

// The one reader of data/catalog.js: the models of the catalog, one object for each, and what the
// figures of a comparison are. Its form is said in dev.convatlas.site.CatalogScript.
(function () {
  "use strict";

  function metrics(data, at) {
    const all = {};
    data.metrics.forEach((metric) => {
      all[metric.id] = data.models.metrics[metric.id][at];
    });
    return all;
  }

  /** What a task or a tag is called in the language of the page. */
  function said(data, word) {
    return Object.hasOwn(data.words, word) ? data.words[word] : word;
  }

  function model(data, bounds, at) {
    const columns = data.models;
    const family = data.families[columns.family[at]];
    const task = data.tasks[columns.task[at]];
    const tags = columns.tags[at].map((tag) => data.tags[tag]);
    const words = new Set([task, ...tags].flatMap((word) => [word, said(data, word)]));
    const id = columns.id[at];
    const title = columns.title[at];
    return {
      at,
      id,
      title,
      family,
      task,
      tags,
      year: columns.year[at] || null,
      input: data.inputs[columns.input[at]],
      params: columns.params[at],
      macs: columns.macs[at],
      field: columns.field[at],
      layers: columns.layers[at],
      depth: columns.depth[at],
      peak: columns.peak[at],
      metrics: metrics(data, at),
      isLeast: (column) => column in bounds && bounds[column].has(at),
      text: [title, id, family.title, ...words].join("\n").toLowerCase(),
    };
  }

  let read = null;

  /** What the script has, with all the models, found by their ids too. */
  function catalog() {
    if (read === null) {
      const data = convatlas.catalog;
      const bounds = {};
      Object.keys(data.least).forEach((column) => {
        bounds[column] = new Set(data.least[column]);
      });
      const models = data.models.id.map((id, at) => model(data, bounds, at));
      read = { ...data, models, said: (word) => said(data, word), byId: new Map(models.map((one) => [one.id, one])) };
    }
    return read;
  }

  convatlas.readCatalog = catalog;
})();

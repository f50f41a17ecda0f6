// The models of the catalog as data/catalog.js has them, one object for each.
(function () {
  "use strict";
  const data = convatlas.catalog;
  const columns = data.models;

  function least(column) {
    return new Set(data.least[column]);
  }

  const bounds = { params: least("params"), macs: least("macs"), field: least("field") };

  function metrics(at) {
    const all = {};
    data.metrics.forEach((metric) => {
      all[metric.id] = columns.metrics[metric.id][at];
    });
    return all;
  }

  function model(id, at) {
    const tags = columns.tags[at].map((tag) => data.tags[tag]);
    const family = data.families[columns.family[at]];
    const task = data.tasks[columns.task[at]];
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
      metrics: metrics(at),
      isLeast: (column) => column in bounds && bounds[column].has(at),
      text: [title, id, family.title, task, ...tags].join("\n").toLowerCase(),
    };
  }

  convatlas.explore = { data, models: columns.id.map(model) };
})();

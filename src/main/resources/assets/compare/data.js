// The data of models, as scripts: pages opened from a file may load nothing else. What is in them is
// said in dev.convatlas.site.ModelScript.
(function () {
  "use strict";
  // This script lies in the folder assets: the site begins above it.
  const root = new URL("..", document.currentScript.src).href;
  const language = document.documentElement.lang;
  const models = new Map();
  const loading = new Map();

  /** A text of a model's data in the page's language. */
  function text(value) {
    return typeof value === "string" ? value : value[language];
  }

  /** Numbers that are written as digits, because they are too large, are BigInts from here on. */
  function revived(value) {
    if (value === null || typeof value !== "object") {
      return value;
    }
    if ("digits" in value) {
      return BigInt(value.digits);
    }
    Object.keys(value).forEach((key) => {
      value[key] = revived(value[key]);
    });
    return value;
  }

  function load(path) {
    if (!loading.has(path)) {
      loading.set(
        path,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = root + path;
          script.onload = resolve;
          script.onerror = () => {
            loading.delete(path);
            reject(new Error(path));
          };
          document.head.append(script);
        })
      );
    }
    return loading.get(path);
  }

  /** What layers of a kind are, by names. */
  function unpacked([form, values, inputs, output, params, macs, stage, training, counts], forms) {
    const [type, kind, names] = forms[form];
    return {
      type,
      kind,
      settings: Object.fromEntries(names.map((name, place) => [name, values[place]])),
      inputs,
      output,
      params,
      macs,
      stage,
      training: training === 1,
      counts: counts.map((count) => (count === -1 ? macs : count)),
    };
  }

  /** What the script of a model calls. */
  convatlas.model = function (written) {
    const data = revived(written);
    const kinds = data.kinds.map((kind) => unpacked(kind, data.forms));
    let path = "";
    const layers = data.layers.map(([same, rest, kind]) => {
      path = path.slice(0, same) + rest;
      return { path, ...kinds[kind] };
    });
    if (data.growth) {
      data.growth.steps = data.growth.steps.map(([at, layer, size, global]) => [
        at,
        layers[layer].path,
        size,
        global === 1,
      ]);
    }
    models.set(data.id, {
      ...data,
      title: text(data.title),
      layers,
      stages: new Map(data.stages.map(([stage, params, macs]) => [stage, { params, macs }])),
    });
  };

  /** One model with its layers. */
  async function model(id) {
    if (!models.has(id)) {
      await load("data/models/" + encodeURIComponent(id) + ".js");
    }
    return models.get(id);
  }

  convatlas.data = { text, model };
})();

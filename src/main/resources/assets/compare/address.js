// What is compared and how, in the fragment of the address: #m=resnet50,resnet101&base=resnet50
// &diff=1&conv=torchvision&with=resnet101. The address is the only state, so Back restores it.
(function () {
  "use strict";
  const MOST = 6;

  function list(text) {
    return [...new Set((text || "").split(",").filter((id) => id !== ""))];
  }

  /** Models beyond the most are told apart, and so is a baseline that is none of the models. */
  function parse(fragment) {
    const given = new URLSearchParams(fragment.replace(/^#/, ""));
    const ids = list(given.get("m"));
    return {
      models: ids.slice(0, MOST),
      beyond: ids.slice(MOST),
      base: given.get("base") || "",
      differences: given.get("diff") === "1",
      convention: given.get("conv") || "",
      beside: given.get("with") || "",
    };
  }

  /** Only what is not as usual is written; ids of models need no escapes. */
  function write(state) {
    const parts = [];
    const put = (name, value) => {
      if (value) {
        parts.push(name + "=" + encodeURIComponent(value).replace(/%2C/g, ","));
      }
    };
    put("m", state.models.concat(state.beyond).join(","));
    put("base", state.base);
    put("diff", state.differences ? "1" : "");
    put("conv", state.convention);
    put("with", state.beside);
    return "#" + parts.join("&");
  }

  /** Of a page that compares these models. */
  function of(ids) {
    return write({ models: ids, beyond: [] });
  }

  convatlas.address = { MOST, parse, write, of };
})();

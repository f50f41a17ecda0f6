// Takes a comparison along: to the clipboard, as a file, as an address, on paper.
(function () {
  "use strict";
  const { element, word } = convatlas;
  const FORMATS = [
    ["markdown", "Markdown"],
    ["latex", "LaTeX"],
    ["csv", "CSV"],
    ["json", "JSON"],
  ];

  /** For browsers that refuse the clipboard: the text, selected, to be copied by hand. */
  function show(text, name) {
    const field = element("textarea", { rows: 16, readonly: true, "aria-label": name });
    field.value = text;
    const close = () => dialog.close();
    const dialog = element(
      "dialog",
      { class: "by-hand", "aria-label": name },
      element("p", {}, word("compare.share.by-hand")),
      field,
      element("button", { type: "button", click: close }, word("compare.share.close"))
    );
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    field.select();
  }

  async function copy(text, name, say) {
    try {
      await navigator.clipboard.writeText(text);
      say(word("compare.share.copied", name));
    } catch (refused) {
      show(text, name);
    }
  }

  /** What gives the text may have to wait until the layers are aligned. */
  function share(printed, say) {
    const button = (key, label, press) =>
      element("button", { type: "button", "data-key": key, click: press }, label);
    return element(
      "div",
      { class: "share", role: "group", "aria-label": word("compare.share.title") },
      element("span", { "aria-hidden": "true" }, word("compare.share.title")),
      FORMATS.map(([format, name]) =>
        button(format, name, async () => {
          const text = convatlas.formats[format](await printed());
          copy(text, name, say);
        })
      ),
      button("link", word("compare.share.link"), () =>
        copy(location.href, word("compare.share.link"), say)
      ),
      button("print", word("compare.share.print"), () => window.print())
    );
  }

  convatlas.share = { share };
})();

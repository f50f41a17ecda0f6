// What eases reading: headings of the guide that can be linked to, and keys of YAML in a colour.
(function () {
  "use strict";
  const { word, element } = convatlas;
  const KEY = /(?:^|[{,]|- ) *([\w.-]+)(?=:(?:\s|$))/gm;
  const NOTE = /(?:^| )(#.*)/gm;

  document.querySelectorAll(".long h2[id]").forEach((heading) => {
    const label = word("site.heading.link", heading.textContent);
    heading.append(
      " ",
      element("a", { class: "permalink", href: "#" + heading.id, "aria-label": label }, "#")
    );
  });

  /** Ranges, not elements: a long definition stays as light as it is. */
  function mark(pattern, name) {
    const marked = new Highlight();
    document.querySelectorAll(".code code, pre.code").forEach((code) => {
      code.childNodes.forEach((text) => {
        if (text.nodeType === Node.TEXT_NODE) {
          for (const found of text.data.matchAll(pattern)) {
            const range = new Range();
            range.setStart(text, found.index + found[0].length - found[1].length);
            range.setEnd(text, found.index + found[0].length);
            marked.add(range);
          }
        }
      });
    });
    CSS.highlights.set(name, marked);
  }

  if (window.Highlight && CSS.highlights && document.querySelector(".code")) {
    setTimeout(() => {
      mark(KEY, "yaml-key");
      mark(NOTE, "yaml-note");
    });
  }
})();

// The one global name of these scripts, the words of the language, and how elements are made.
(function () {
  "use strict";
  const PLACE = /\{(\d)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;
  const SVG = "http://www.w3.org/2000/svg";
  const sentences = new Map();

  /** Takes the words of a language: a script of their own calls this. */
  function words(all) {
    Object.keys(all).forEach((key) => sentences.set(key, all[key]));
  }

  /** The sentence of a key; a place such as {0|layer|layers} is filled as in Java. */
  function word(key, ...values) {
    const sentence = sentences.get(key);
    if (sentence === undefined) {
      throw new Error("no message '" + key + "'");
    }
    return sentence.replace(PLACE, (place, number, one, many) => {
      const value = values[Number(number)];
      if (value === undefined) {
        throw new Error("message '" + key + "' has a place " + place + " and too few arguments");
      }
      return one === undefined ? String(value) : String(value) === "1" ? one : many;
    });
  }

  function has(key) {
    return sentences.has(key);
  }

  function fill(node, attributes, children) {
    Object.keys(attributes || {}).forEach((name) => {
      const value = attributes[name];
      if (typeof value === "function") {
        node.addEventListener(name, value);
      } else if (value !== null && value !== undefined && value !== false) {
        node.setAttribute(name, value === true ? "" : value);
      }
    });
    node.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return node;
  }

  /** Texts become text nodes: nothing of the data is ever read as HTML. */
  function element(name, attributes, ...children) {
    return fill(document.createElement(name), attributes, children);
  }

  function shape(name, attributes, ...children) {
    return fill(document.createElementNS(SVG, name), attributes, children);
  }

  /** A part of an address; percent signs that spell nothing stay as they are. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }

  window.convatlas = { words, word, has, decoded, element, shape };
})();

/** The architecture of a model as boxes and edges, laid out, as SVG. */
package dev.convatlas.drawing;

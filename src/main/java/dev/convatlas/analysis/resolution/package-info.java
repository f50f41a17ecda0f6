/** How a model's figures change with the size of its input. */
package dev.convatlas.analysis.resolution;

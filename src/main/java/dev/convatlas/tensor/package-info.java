/** Arithmetic on shapes, windows, counts and receptive fields, each formula written once. */
package dev.convatlas.tensor;

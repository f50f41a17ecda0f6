/**
 * One record per layer type, with its shape rule, weights, work, reading and explanation, and the
 * one list of them.
 */
package dev.convatlas.layer;

/** A definition laid out: layers in a directed acyclic graph, in the order of execution. */
package dev.convatlas.graph;

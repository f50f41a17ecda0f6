/** The fold over a graph: parameters, work, receptive field, memory and findings, exactly. */
package dev.convatlas.analysis;

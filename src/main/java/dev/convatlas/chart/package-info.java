/**
 * Chart data, and one painter: the only importer of XChart.
 *
 * <p>A chart is data first ({@link dev.convatlas.chart.Chart}): words that the page prints around
 * the picture, a table of exact figures, and a {@link dev.convatlas.chart.Picture} that the painter
 * draws without a word, so that one file serves every language.
 */
package dev.convatlas.chart;

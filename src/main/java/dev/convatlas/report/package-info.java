/** One view-model for each page: strings ready to print, and nothing to compute. */
package dev.convatlas.report;

/** YAML text to plain values that know their place; the only importer of the YAML library. */
package dev.convatlas.yaml;

/**
 * The site in Chromium: what readers do with it, opened from a file and served under a sub-path.
 */
package dev.convatlas.browser;

/** Settings of exports: the targets, and the formats of their files as data. */
package dev.dangol.config.export;

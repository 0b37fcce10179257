/** Writers of rows into data files of a table, before a version of the table names them. */
package dev.dangol.store.files;

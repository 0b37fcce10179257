/** Raw files of the sample shop, in the formats of its many systems. */
package dev.dangol.sample.files;

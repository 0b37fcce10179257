/** Three likelihoods of a customer: to be content, to buy more, and to recommend. */
package dev.dangol.features.likelihoods;

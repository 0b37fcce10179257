/** Features that a business adds by configuration, folded with all others. */
package dev.dangol.features.custom;

/** Assembly of customer features: clean rows and a day become one row per customer. */
package dev.dangol.features;

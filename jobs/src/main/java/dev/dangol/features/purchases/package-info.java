/** Features of purchases: orders, spend, rhythm, RFM, retention and repeat curves. */
package dev.dangol.features.purchases;

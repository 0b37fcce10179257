/** Customer lifetime value: customer-base models fitted, compared and applied to customers. */
package dev.dangol.value;

/** What customers will do, and what they are worth: customer-base models and lifetime value. */
package dev.dangol.value;

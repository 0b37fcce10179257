/** Sources of customers: what they cost and what they bring. */
package dev.dangol.acquisition;

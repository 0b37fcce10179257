/** Files of customers that leave the house: who may be in them, and how they are written. */
package dev.dangol.export;

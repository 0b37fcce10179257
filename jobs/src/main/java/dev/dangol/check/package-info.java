/** What the data hold today, beside what they held on earlier days. */
package dev.dangol.check;

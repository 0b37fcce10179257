/** Export of customers to files, from the tables of a day. */
package dev.dangol.job.export;

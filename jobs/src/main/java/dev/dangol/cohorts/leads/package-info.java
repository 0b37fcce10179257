/** Who is most like the ideal customers, and who may become a customer. */
package dev.dangol.cohorts.leads;

/** The job on contact with customers. */
package dev.dangol.job.contacts;

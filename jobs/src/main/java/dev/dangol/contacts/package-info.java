/**
 * Contact with customers: replies, relevance of messages, needs for help, suppressions, and what
 * works. The rows of one customer, of whatever source, are folded in one pass, in plain Java.
 */
package dev.dangol.contacts;

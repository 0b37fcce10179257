/** Commands of the command line, one class each. */
package dev.dangol.command;

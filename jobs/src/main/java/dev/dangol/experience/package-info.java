/** Measures of what customers experience with what they bought, and what they say of it. */
package dev.dangol.experience;

/** Weighing of what the other tables say: value, tactics, profiles, costs and quoted figures. */
package dev.dangol.evidence;

/**
 * People of the sample shop, each a pure function of the seed and their number: kinds, orders,
 * contacts, opinions.
 */
package dev.dangol.sample.people;

/**
 * The customer-base models in plain Java: counted histories in, parameters and forecasts out. Times
 * are in weeks of 7 days throughout.
 */
package dev.dangol.value.model;

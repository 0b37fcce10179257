/** Where each stands among all: values are counted where they lie, and nobody is sorted. */
package dev.dangol.standing;

/** Features of engagement, messages, reviews, support, surveys and loyalty. */
package dev.dangol.features.voice;

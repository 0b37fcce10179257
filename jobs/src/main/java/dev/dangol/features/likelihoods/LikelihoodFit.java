package dev.dangol.features.likelihoods;

import java.io.Serializable;

/**
 * Fit of one likelihood: a model, or the number of customers that were too few for one.
 *
 * @param likelihood the name of its column
 * @param model null where there is none
 * @param refusal why there is none, else empty
 */
record LikelihoodFit(String likelihood, LikelihoodModel model, String refusal)
    implements Serializable {}

package dev.dangol.sample.people;

/**
 * Opinions of a kind of customer, and how they voice them, on average.
 *
 * @param reviewShare reviews per order
 * @param rating mean rating, 1 to 5
 * @param spread standard deviation of one customer's ratings
 * @param sentences sentences in a review
 */
public record ShopperOpinion(double reviewShare, double rating, double spread, int sentences) {}

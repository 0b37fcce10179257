package dev.dangol.sample.people;

/**
 * How a kind of customer buys, on average; single customers vary around it.
 *
 * @param ordersPerYear orders a year while the customer stays
 * @param leaveShare chance of leaving for good after an order
 * @param lines order lines in an order
 * @param premiumShare share of lines from the dear product lines
 * @param promotionShare share of orders with a promotion
 * @param discount depth of a promotion, as a share of the full price
 * @param refundShare share of lines sent back
 */
record BuyingHabits(
    double ordersPerYear,
    double leaveShare,
    double lines,
    double premiumShare,
    double promotionShare,
    double discount,
    double refundShare) {}

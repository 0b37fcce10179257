package dev.dangol.sample.people;

/**
 * Buying habits of a kind of customer, on average; single customers vary around them.
 *
 * @param ordersPerYear orders a year while the customer stays
 * @param leaveShare chance of churning after an order
 * @param lines order lines in an order
 * @param premiumShare share of lines from the expensive product lines
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

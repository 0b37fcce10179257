package dev.dangol.sample.people;

/**
 * Presence of a kind of customer besides buying, on average.
 *
 * @param decisionDays days from signing up to the first order
 * @param viewsPerOrder events on the way to an order
 * @param contactsPerMonth events that have nothing to do with an order
 * @param warmth share of those contacts that answer the business or spread its word
 * @param referralPull how readily they are the one who brought a new customer, 0 to 1
 * @param broughtByFriend share of the kind that came through another customer
 */
record ShopperPresence(
    double decisionDays,
    double viewsPerOrder,
    double contactsPerMonth,
    double warmth,
    double referralPull,
    double broughtByFriend) {}

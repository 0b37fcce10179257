package dev.dangol.sample.people;

/** What a kind of customer does: how he buys, what he thinks, and what he does besides. */
public record ShopperBehaviour(
    BuyingHabits buying, ShopperOpinion opinion, ShopperPresence presence) {}

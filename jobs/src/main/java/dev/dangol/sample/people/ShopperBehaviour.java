package dev.dangol.sample.people;

/** Behaviour of a kind of customer: buying habits, opinions, and what they do besides. */
public record ShopperBehaviour(
    BuyingHabits buying, ShopperOpinion opinion, ShopperPresence presence) {}

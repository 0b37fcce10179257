package dev.dangol.sample;

/** What a kind of customer does: how he buys, what he thinks, and what he does besides. */
record ShopperBehaviour(BuyingHabits buying, ShopperOpinion opinion, ShopperPresence presence) {}

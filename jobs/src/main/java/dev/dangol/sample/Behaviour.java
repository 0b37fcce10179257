package dev.dangol.sample;

/** What a kind of customer does: how he buys, what he thinks, and what he does besides. */
record Behaviour(Buying buying, Opinion opinion, Presence presence) {}

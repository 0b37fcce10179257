package dev.dangol.sample.people;

/**
 * The attributes that a kind of customer has more often than others do.
 *
 * @param ageBand its typical age band
 * @param occupation its typical occupation
 * @param interest its typical interest, which is also its favourite category
 * @param household its typical household
 */
public record ShopperPersona(
    String ageBand, String occupation, ProductCategory interest, String household) {}

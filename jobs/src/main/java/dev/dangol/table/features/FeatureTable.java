package dev.dangol.table.features;

import dev.dangol.table.Field;
import dev.dangol.table.SharedColumns;
import dev.dangol.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Table {@code customer_features}, put together from the columns of every family. The families name
 * one another only here, so that no two of them wait for each other to be loaded.
 */
public final class FeatureTable {
  /** Columns that compare customers with one another; no quality can be made from them. */
  public static final Set<Field> COMPARED = compared();

  private FeatureTable() {}

  /** The table, with every windowed feature for each of the configured windows. */
  public static Table of(List<Integer> windows) {
    List<Field> fields = new ArrayList<>(List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID));
    families().forEach(fields::addAll);
    windows.forEach(window -> fields.addAll(inWindow(window)));
    return new Table(
        "customer_features",
        "A customer who has bought by the as-of day, and all of their features.",
        List.of(SharedColumns.AS_OF, SharedColumns.CUSTOMER_ID),
        fields);
  }

  /** The columns that do not depend on a window, family by family. */
  private static Stream<List<Field>> families() {
    return Stream.of(
        FeatureColumns.PURCHASE_FEATURES,
        SalesColumns.FEATURES,
        RhythmColumns.FEATURES,
        RfmColumns.FEATURES,
        OpinionColumns.FEATURES,
        EventColumns.lifetime(),
        TalkColumns.MESSAGES,
        TalkColumns.SUPPORT,
        TalkColumns.SURVEYS,
        LoyaltyColumns.FEATURES,
        AcquisitionColumns.FEATURES,
        ReferralColumns.FEATURES,
        FeatureColumns.QUALITIES,
        QualityColumns.PARTS,
        List.of(FeatureColumns.DANGOL_INDEX, SalesColumns.POTENTIAL_SCORE),
        CustomerTypeColumns.FEATURES,
        SatisfactionColumns.FEATURES,
        StrikeColumns.FEATURES,
        CustomerRoleColumns.FEATURES,
        DecayColumns.FEATURES,
        RivalColumns.FEATURES,
        AppreciationColumns.FEATURES,
        MainCategoryColumns.FEATURES);
  }

  private static List<Field> inWindow(int window) {
    List<Field> fields = new ArrayList<>();
    fields.addAll(List.of(FeatureColumns.orders(window), FeatureColumns.netSales(window)));
    fields.addAll(SalesColumns.inWindow(window));
    fields.add(OpinionColumns.reviews(window));
    fields.addAll(EventColumns.inWindow(window));
    fields.addAll(TalkColumns.inWindow(window));
    return fields;
  }

  private static Set<Field> compared() {
    List<Field> others =
        List.of(
            RhythmColumns.SECOND_ORDER_WITHIN_CYCLE,
            RhythmColumns.ONE_AND_DONE,
            FeatureColumns.DANGOL_INDEX,
            SalesColumns.POTENTIAL_SCORE);
    List<Field> parts = FeatureColumns.QUALITIES.stream().map(QualityColumns::parts).toList();
    return Stream.of(
            RfmColumns.FEATURES,
            FeatureColumns.QUALITIES,
            parts,
            others,
            CustomerTypeColumns.FEATURES)
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}

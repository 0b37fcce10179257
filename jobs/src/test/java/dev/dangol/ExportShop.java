package dev.dangol;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small business that exports: nine customers, six of whom it knows, fifty more who bought once
 * and whose records bear marks, and five targets.
 */
final class ExportShop {
  /** Parts of texts that only the direct identifiers of the fifty hold. */
  static final List<String> MARKS = List.of("표식", "qmark-", "7700-00", "10770000");

  private static final int MARKED = 50;

  private static final String CUSTOMERS =
      """
      customers {
        format = csv, path = "%1$s/customers", options { header = true }
        columns {
          customer_id = who, name = name, first_name = first, last_name = last, email = mail
          phone = phone, country = land
          attributes = "map('postcode', zip, 'birth_date', born, 'city', '서울')"
          consent = "map('ads', ads, 'email', mailing)"
        }
      }
      messages {
        format = csv, path = "%1$s/messages", options { header = true }
        columns {
          customer_id = who, sent_at = at, channel = way, unsubscribed_at = gone
          complained_at = angry
        }
      }
      }
      cohorts {
        nobody { where = "orders_lifetime > 99" }
        seoul {
          where = "city = '서울' AND attributes['city'] = city AND company_id IS NULL AND care_cost IS NULL AND referred IS NULL AND `fit_level_of-seoul` IN ('unfit', 'viable', 'perfect')"
        }
      }
      scorecard.profiles.of-seoul {
        where = "attributes['city'] = '서울'", viable-from = 50, perfect-from = 75
        criteria = [ { name = often, feature = orders_lifetime, weight = 1, viable-from = 2, perfect-from = 3 } ]
      }
      export {
        directory = "%1$s/exports"
        targets {
          ads { format = google-customer-match, cohorts = [market], consent = ads, min-size = 1 }
          crm { format = klaviyo-list, cohorts = [market], consent = email, min-size = 1 }
          vip {
            format = csv, where = "orders_lifetime > 1 AND coalesce(city, '서울') = '서울'", consent = none, basis = "the house", min-size = 2
            columns = [customer_id, name, phone, orders_lifetime, first_order_on]
          }
          book {
            format = xlsx, cohorts = [market, nobody], consent = none, basis = "the house", min-size = 2
            columns = [customer_id, name, phone, clv, first_order_on]
          }
          dealer {
            format = message-dealer, cohorts = [market], consent = none, basis = "a contract", min-size = 1
            message-type = F, variables { "이름" = first_name, "쿠폰" = "'10%% 쿠폰'" }
          }
        }
      """;

  private ExportShop() {}

  static TinyShop open(Path folder) {
    TinyShop shop = new TinyShop(folder);
    Stream<String> marked =
        IntStream.rangeClosed(1, MARKED)
            .mapToObj("m%1$d,2025-01-09 10:00:00,70,m%1$d,1,"::formatted);
    shop.purchases("all.csv", Stream.concat(TinyShop.purchases().stream(), marked).toList());
    shop.write(
        "messages/all.csv",
        """
        who,at,way,gone,angry
        c2,2025-01-05 10:00:00,Email ,2025-01-06 10:00:00,
        c1,2025-01-05 10:00:00,sms,2025-01-06 10:00:00,
        c5,2025-04-05 10:00:00,email,2025-04-06 10:00:00,
        """);
    shop.configure(CUSTOMERS.formatted(folder));
    return shop;
  }

  /** Writes the customer records, of which the first has this address. */
  static void customers(TinyShop shop, String mailOfFirst) {
    shop.write(
        "customers/all.csv",
        """
        who,name,first,last,mail,phone,land,zip,born,ads,mailing
        c1,김민지첫,민지첫,김,%s,010-1111-2222,KR,06236,1990-05-05,granted 2024-03-02,granted 2024-03-02
        c2,=둘째,둘,이,c2@shop.example,+82 10-1111-3333,KR,06237,1991-05-05,withdrawn 2025-01-01,granted 2024-03-02
        c3,셋,셋,박,c3@shop.example,010-1111-4444,KR,06238,2015-05-05,granted 2024-03-02,granted 2024-03-02
        c4,넷,넷,최,c4@shop.example,010-1111-5555,KR,06239,1992-05-05,granted 2021-03-02,granted 2024-03-02
        c5,다섯,,정,c5@shop.example,,KR,06240,1993-05-05,granted 2024-03-02,granted 2024-03-02
        c6,여섯,여섯,강,no address,,KR,06241,,,granted 2024-03-02
        """
                .formatted(mailOfFirst)
            + IntStream.rangeClosed(0, MARKED)
                .mapToObj(ExportShop::marked)
                .collect(Collectors.joining("\n")));
  }

  /** A record with marks; that of number 0 has no customer, so that it is refused. */
  private static String marked(int number) {
    String id = number == 0 ? "" : "m" + number;
    return "%1$s,표식%2$02d이름,표식%2$02d,표식성%2$02d,qmark-%2$02d@Private.example,010-7700-00%2$02d,KR,06242,1990-01-01,%3$s,%3$s"
        .formatted(id, number, "granted 2024-03-02");
  }
}

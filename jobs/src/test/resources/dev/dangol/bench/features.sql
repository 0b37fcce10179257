-- customer_features as of one day, by hand: what Dangol computes from purchases, reviews, engagement and
-- referrals, over the views of those names. Days are numbers (since 1970); as_of is one of them, and
-- Seoul is nine hours ahead all year. Left out are satisfaction and strikes, and whatever
-- has no source here.

CREATE TEMP MACRO day_of(moment) AS CAST((epoch_us(moment) + 32400000000) // 86400000000 AS INTEGER);
CREATE TEMP MACRO date_of(day) AS DATE '1970-01-01' + CAST(day AS INTEGER);
-- Of amounts, in ten-thousandths: whole numbers, of which equal shares are equal to the last digit.
CREATE TEMP MACRO share(part, whole) AS
  CASE WHEN whole > 0
    THEN greatest(0::DOUBLE, least(1::DOUBLE, (part * 10000)::DOUBLE / (whole * 10000)::DOUBLE)) END;
CREATE TEMP MACRO quotient(part, whole) AS CASE WHEN whole > 0 THEN part::DOUBLE / whole::DOUBLE END;
CREATE TEMP MACRO mean_of(total, weights) AS
  CASE WHEN weights > 0 THEN round(CAST(total / weights::DOUBLE AS DECIMAL(20, 12)), 6)::DOUBLE END;
-- One more than the fifths of the others that do worse, of 5 scores; the highest where some do worse and
-- nobody better.
CREATE TEMP MACRO score_of(worse, better, others) AS
  CASE WHEN worse > 0 AND better = 0 THEN 5
    ELSE least(CAST(floor(worse * 5 / greatest(others, 1)::DOUBLE) AS BIGINT) + 1, 5) END;

CREATE TEMP VIEW lines AS
SELECT customer_id, CASE WHEN refund_of NOT LIKE 'day ____-__-__' OR refund_of IS NULL
    THEN coalesce(refund_of, order_id) END AS order_key,
  CASE WHEN refund_of LIKE 'day ____-__-__' THEN (CAST(substring(refund_of, 5) AS DATE) - DATE '1970-01-01')::INTEGER
    ELSE day_of(purchased_at) END AS day,
  net_amount AS net, refund_of IS NOT NULL OR net_amount < 0 AS refund,
  coalesce(list_amount, net_amount + discount_amount) AS list,
  coalesce(discount_amount, list_amount - net_amount) AS discount,
  cost_amount AS cost, promotion_id IS NOT NULL AS promoted, category, product_id, product_line,
  CAST(quantity AS DECIMAL(18, 4)) AS pieces
FROM purchases WHERE day_of(purchased_at) <= getvariable('as_of');

CREATE TEMP TABLE days AS
WITH orders AS (
  SELECT customer_id, min(day) FILTER (NOT refund) AS ordered_on, min(day) AS counted_on,
    sum(net) AS net, coalesce(sum(net) FILTER (NOT refund), 0) AS gross,
    coalesce(-sum(net) FILTER (refund), 0) AS refunded, sum(list) FILTER (NOT refund) AS list,
    sum(discount) FILTER (NOT refund) AS discount,
    CASE WHEN count(cost) = count(*) THEN sum(net) - sum(cost) END AS margin,
    bool_or(promoted) AS promoted, sum(pieces) FILTER (NOT refund) AS pieces,
    bool_or(NOT refund AND product_line IS NOT NULL) AS lined
  FROM lines GROUP BY customer_id, order_key, CASE WHEN order_key IS NULL THEN day END)
SELECT customer_id, coalesce(ordered_on, counted_on) AS day, count(ordered_on) AS orders,
  count(*) FILTER (ordered_on IS NOT NULL AND discount IS NOT NULL) AS priced_orders,
  count(*) FILTER (discount > 0) AS discounted_orders,
  count(*) FILTER (ordered_on IS NOT NULL AND promoted) AS promoted_orders,
  count(*) FILTER (lined) AS lined_orders,
  sum(net) AS net, sum(gross) AS gross, sum(refunded) AS refunded, sum(list) AS list,
  sum(discount) AS discount, CASE WHEN count(margin) = count(*) THEN sum(margin) END AS margin,
  sum(pieces) AS pieces, sum(list) FILTER (discount > 0) AS discounted_list,
  sum(discount) FILTER (discount > 0) AS discounted
FROM orders GROUP BY customer_id, coalesce(ordered_on, counted_on);

CREATE TEMP TABLE buyers AS
WITH measured AS (
  SELECT *, getvariable('as_of') - day AS ago, CASE WHEN orders > 0 THEN day END AS bought_on FROM days),
summed AS (
  SELECT customer_id, min(bought_on) AS first_day, max(bought_on) AS last_day,
    count(bought_on) - 1 AS frequency, sum(orders) AS orders_lifetime, sum(net) AS net_sales_lifetime,
    sum(refunded) AS refunds_lifetime, sum(gross) AS gross, sum(pieces) AS items_lifetime,
    sum(net) FILTER (orders > 0) - arg_min(net, day) FILTER (orders > 0) AS repeat_sales,
    sum(list) AS list, sum(discount) AS discounts_lifetime, sum(discounted_list) AS discounted_list,
    sum(discounted) AS discounted, sum(priced_orders) AS priced, sum(lined_orders) AS lined,
    sum(discounted_orders) AS discounted_orders, sum(promoted_orders) AS promoted,
    CASE WHEN count(margin) = count(*) THEN sum(margin) END AS margin_lifetime,
    (coalesce(sum(net) FILTER (ago < 365), 0) * 10000)::DOUBLE AS now,
    (coalesce(sum(net) FILTER (ago >= 365 AND ago < 730), 0) * 10000)::DOUBLE AS earlier,
    coalesce(sum(orders) FILTER (ago < 30), 0) AS orders_30d,
    coalesce(sum(net) FILTER (ago < 30), 0) AS net_sales_30d,
    coalesce(sum(pieces) FILTER (ago < 30), CASE WHEN count(*) FILTER (orders > 0 AND ago < 30) = 0 THEN 0 END) AS items_30d,
    CASE WHEN count(*) FILTER (ago < 30 AND margin IS NULL) = 0
      THEN coalesce(sum(margin) FILTER (ago < 30), 0) END AS margin_30d,
    sum(priced_orders) FILTER (ago < 30) AS priced_30d, sum(lined_orders) FILTER (ago < 30) AS lined_30d,
    sum(discounted_orders) FILTER (ago < 30) AS discounted_orders_30d,
    coalesce(sum(promoted_orders) FILTER (ago < 30), 0) AS promoted_30d,
    sum(discounted_list) FILTER (ago < 30) AS discounted_list_30d,
    sum(discounted) FILTER (ago < 30) AS discounted_30d,
    coalesce(sum(orders) FILTER (ago < 90), 0) AS orders_90d,
    coalesce(sum(net) FILTER (ago < 90), 0) AS net_sales_90d,
    coalesce(sum(pieces) FILTER (ago < 90), CASE WHEN count(*) FILTER (orders > 0 AND ago < 90) = 0 THEN 0 END) AS items_90d,
    CASE WHEN count(*) FILTER (ago < 90 AND margin IS NULL) = 0
      THEN coalesce(sum(margin) FILTER (ago < 90), 0) END AS margin_90d,
    sum(priced_orders) FILTER (ago < 90) AS priced_90d, sum(lined_orders) FILTER (ago < 90) AS lined_90d,
    sum(discounted_orders) FILTER (ago < 90) AS discounted_orders_90d,
    coalesce(sum(promoted_orders) FILTER (ago < 90), 0) AS promoted_90d,
    sum(discounted_list) FILTER (ago < 90) AS discounted_list_90d,
    sum(discounted) FILTER (ago < 90) AS discounted_90d,
    coalesce(sum(orders) FILTER (ago < 365), 0) AS orders_365d,
    coalesce(sum(net) FILTER (ago < 365), 0) AS net_sales_365d,
    coalesce(sum(pieces) FILTER (ago < 365), CASE WHEN count(*) FILTER (orders > 0 AND ago < 365) = 0 THEN 0 END) AS items_365d,
    CASE WHEN count(*) FILTER (ago < 365 AND margin IS NULL) = 0
      THEN coalesce(sum(margin) FILTER (ago < 365), 0) END AS margin_365d,
    sum(priced_orders) FILTER (ago < 365) AS priced_365d, sum(lined_orders) FILTER (ago < 365) AS lined_365d,
    sum(discounted_orders) FILTER (ago < 365) AS discounted_orders_365d,
    coalesce(sum(promoted_orders) FILTER (ago < 365), 0) AS promoted_365d,
    sum(discounted_list) FILTER (ago < 365) AS discounted_list_365d,
    sum(discounted) FILTER (ago < 365) AS discounted_365d,
  FROM measured GROUP BY customer_id HAVING count(bought_on) > 0)
SELECT * FROM summed;

CREATE TEMP TABLE rhythm AS
WITH gaps AS (
  SELECT customer_id, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap,
    row_number() OVER (PARTITION BY customer_id ORDER BY day) AS place
  FROM days WHERE orders > 0)
SELECT customer_id, median(gap) AS median_gap_days, sum(gap * gap) AS squares,
  max(gap) FILTER (place = 2) AS second_order_days
FROM gaps WHERE gap IS NOT NULL GROUP BY customer_id;

SET VARIABLE cycle = (SELECT median(median_gap_days) FROM rhythm);

-- The cycle of the category that each customer bought first, where at least 30 people bought it on two days.
CREATE TEMP TABLE first_cycle AS
WITH bought AS (SELECT DISTINCT customer_id, category, day FROM lines WHERE NOT refund AND category IS NOT NULL),
gaps AS (
  SELECT customer_id, category, day - lag(day) OVER (PARTITION BY customer_id, category ORDER BY day) AS gap
  FROM bought),
people AS (
  SELECT customer_id, category, median(gap) AS own FROM gaps WHERE gap IS NOT NULL GROUP BY customer_id, category),
cycles AS (SELECT category, median(own) AS cycle FROM people GROUP BY category HAVING count(*) >= 30),
firsts AS (SELECT customer_id, arg_min(category, (day, category)) AS category FROM bought GROUP BY customer_id)
SELECT customer_id, cycle AS own_cycle FROM firsts JOIN cycles USING (category);

CREATE TEMP TABLE choice AS
WITH ordered AS (
  SELECT customer_id, product_line,
    getvariable('as_of') - min(min(day)) OVER (PARTITION BY customer_id, order_key, CASE WHEN order_key IS NULL THEN day END) AS ago
  FROM lines WHERE NOT refund
  GROUP BY customer_id, order_key, CASE WHEN order_key IS NULL THEN day END, product_line),
brands AS (
  SELECT customer_id, max(orders) AS most, max(orders_30d) AS most_30d, max(orders_90d) AS most_90d,
    max(orders_365d) AS most_365d, arg_min(product_line, (-orders, product_line)) AS favourite FROM (
    SELECT customer_id, product_line, count(*) AS orders, count(*) FILTER (ago < 30) AS orders_30d,
      count(*) FILTER (ago < 90) AS orders_90d, count(*) FILTER (ago < 365) AS orders_365d
    FROM ordered WHERE product_line IS NOT NULL GROUP BY customer_id, product_line)
  GROUP BY customer_id),
kinds AS (
  SELECT customer_id, count(category) AS categories,
    CASE WHEN count(*) FILTER (ago < 30) = 0 THEN 0
      ELSE nullif(count(category) FILTER (ago < 30), 0) END AS categories_30d,
    CASE WHEN count(*) FILTER (ago < 90) = 0 THEN 0
      ELSE nullif(count(category) FILTER (ago < 90), 0) END AS categories_90d,
    CASE WHEN count(*) FILTER (ago < 365) = 0 THEN 0
      ELSE nullif(count(category) FILTER (ago < 365), 0) END AS categories_365d
  FROM (
    SELECT customer_id, category, getvariable('as_of') - max(day) AS ago FROM lines WHERE NOT refund
    GROUP BY customer_id, category)
  GROUP BY customer_id),
products AS (
  SELECT customer_id,
    CASE WHEN count(*) FILTER (ago < 30) = 0 THEN 0
      ELSE nullif(count(DISTINCT product_id) FILTER (ago < 30), 0) END AS products_30d,
    CASE WHEN count(*) FILTER (ago < 90) = 0 THEN 0
      ELSE nullif(count(DISTINCT product_id) FILTER (ago < 90), 0) END AS products_90d,
    CASE WHEN count(*) FILTER (ago < 365) = 0 THEN 0
      ELSE nullif(count(DISTINCT product_id) FILTER (ago < 365), 0) END AS products_365d
  FROM (SELECT customer_id, product_id, getvariable('as_of') - day AS ago FROM lines WHERE NOT refund)
  GROUP BY customer_id)
SELECT * FROM brands FULL JOIN kinds USING (customer_id) FULL JOIN products USING (customer_id);

CREATE TEMP TABLE opinions AS
WITH told AS (SELECT *, day_of(reviewed_at) AS day FROM reviews WHERE day_of(reviewed_at) <= getvariable('as_of'))
SELECT customer_id, count(*) AS reviews_lifetime,
  sum(CAST(rating AS DECIMAL(18, 9)))::DOUBLE AS ratings, max(rating) - min(rating) AS rating_spread,
  arg_max(rating, (reviewed_at, -rating)) AS latest_rating,
  count(*) FILTER (rating < 3) AS low_ratings_lifetime, avg(length(text)) AS review_length_mean,
  count(*) FILTER (day > getvariable('as_of') - 30) AS reviews_30d,
  count(*) FILTER (day > getvariable('as_of') - 90) AS reviews_90d,
  count(*) FILTER (day > getvariable('as_of') - 365) AS reviews_365d,
  coalesce(sum(helpful_votes), 0) AS helpful_votes_lifetime
FROM told GROUP BY customer_id;

CREATE TEMP VIEW seen AS
SELECT customer_id, event, channel, day, getvariable('as_of') - day AS ago, day < first_day AS before
FROM (SELECT customer_id, event, channel, day_of(occurred_at) AS day FROM engagement
  WHERE customer_id IS NOT NULL AND day_of(occurred_at) <= getvariable('as_of'))
JOIN buyers USING (customer_id);

CREATE TEMP TABLE acts AS
WITH counted AS (
  SELECT customer_id, count(*) AS events_lifetime, min(ago) AS days_since_last_event,
    min(day) AS first_event, count(*) FILTER (before) AS touches,
    count(*) FILTER (ago < 30) AS events_30d,
    count(*) FILTER (ago < 90) AS events_90d,
    count(*) FILTER (ago < 365) AS events_365d,
    bit_or(CASE WHEN ago < 64 THEN 1::UBIGINT << ago END) AS word_0,
    bit_or(CASE WHEN ago BETWEEN 64 AND 127 THEN 1::UBIGINT << (ago - 64) END) AS word_1,
    bit_or(CASE WHEN ago BETWEEN 128 AND 191 THEN 1::UBIGINT << (ago - 128) END) AS word_2,
    bit_or(CASE WHEN ago BETWEEN 192 AND 255 THEN 1::UBIGINT << (ago - 192) END) AS word_3,
    bit_or(CASE WHEN ago BETWEEN 256 AND 319 THEN 1::UBIGINT << (ago - 256) END) AS word_4,
    bit_or(CASE WHEN ago BETWEEN 320 AND 383 THEN 1::UBIGINT << (ago - 320) END) AS word_5,
    count(*) FILTER (event = 'view') AS views_lifetime,
    count(*) FILTER (event = 'view' AND ago < 30) AS views_30d,
    count(*) FILTER (event = 'view' AND ago < 90) AS views_90d,
    count(*) FILTER (event = 'view' AND ago < 365) AS views_365d,
    count(*) FILTER (event = 'search') AS searches_lifetime,
    count(*) FILTER (event = 'search' AND ago < 30) AS searches_30d,
    count(*) FILTER (event = 'search' AND ago < 90) AS searches_90d,
    count(*) FILTER (event = 'search' AND ago < 365) AS searches_365d,
    count(*) FILTER (event = 'compare') AS comparisons_lifetime,
    count(*) FILTER (event = 'compare' AND ago < 30) AS comparisons_30d,
    count(*) FILTER (event = 'compare' AND ago < 90) AS comparisons_90d,
    count(*) FILTER (event = 'compare' AND ago < 365) AS comparisons_365d,
    count(*) FILTER (event = 'cart') AS carts_lifetime,
    count(*) FILTER (event = 'cart' AND ago < 30) AS carts_30d,
    count(*) FILTER (event = 'cart' AND ago < 90) AS carts_90d,
    count(*) FILTER (event = 'cart' AND ago < 365) AS carts_365d,
    count(*) FILTER (event = 'checkout') AS checkouts_lifetime,
    count(*) FILTER (event = 'checkout' AND ago < 30) AS checkouts_30d,
    count(*) FILTER (event = 'checkout' AND ago < 90) AS checkouts_90d,
    count(*) FILTER (event = 'checkout' AND ago < 365) AS checkouts_365d,
    count(*) FILTER (event = 'open') AS opens_lifetime,
    count(*) FILTER (event = 'open' AND ago < 30) AS opens_30d,
    count(*) FILTER (event = 'open' AND ago < 90) AS opens_90d,
    count(*) FILTER (event = 'open' AND ago < 365) AS opens_365d,
    count(*) FILTER (event = 'click') AS clicks_lifetime,
    count(*) FILTER (event = 'click' AND ago < 30) AS clicks_30d,
    count(*) FILTER (event = 'click' AND ago < 90) AS clicks_90d,
    count(*) FILTER (event = 'click' AND ago < 365) AS clicks_365d,
    count(*) FILTER (event IN ('reply', 'comment')) AS replies_lifetime,
    count(*) FILTER (event IN ('reply', 'comment') AND ago < 30) AS replies_30d,
    count(*) FILTER (event IN ('reply', 'comment') AND ago < 90) AS replies_90d,
    count(*) FILTER (event IN ('reply', 'comment') AND ago < 365) AS replies_365d,
    count(*) FILTER (event = 'share') AS shares_lifetime,
    count(*) FILTER (event = 'share' AND ago < 30) AS shares_30d,
    count(*) FILTER (event = 'share' AND ago < 90) AS shares_90d,
    count(*) FILTER (event = 'share' AND ago < 365) AS shares_365d,
    count(*) FILTER (event = 'help') AS helps_lifetime,
    count(*) FILTER (event = 'help' AND ago < 30) AS helps_30d,
    count(*) FILTER (event = 'help' AND ago < 90) AS helps_90d,
    count(*) FILTER (event = 'help' AND ago < 365) AS helps_365d,
    count(*) FILTER (event = 'error') AS errors_lifetime,
    count(*) FILTER (event = 'error' AND ago < 30) AS errors_30d,
    count(*) FILTER (event = 'error' AND ago < 90) AS errors_90d,
    count(*) FILTER (event = 'error' AND ago < 365) AS errors_365d,
    count(*) FILTER (event = 'unsubscribe') AS unsubscribes_lifetime,
    count(*) FILTER (event = 'unsubscribe' AND ago < 30) AS unsubscribes_30d,
    count(*) FILTER (event = 'unsubscribe' AND ago < 90) AS unsubscribes_90d,
    count(*) FILTER (event = 'unsubscribe' AND ago < 365) AS unsubscribes_365d
  FROM seen GROUP BY customer_id)
SELECT *,
  coalesce(bit_count((word_0 & 1073741823::UBIGINT))::INT, 0) AS active_days_30d,
  coalesce(bit_count(word_0)::INT, 0) + coalesce(bit_count((word_1 & 67108863::UBIGINT))::INT, 0) AS active_days_90d,
  coalesce(bit_count(word_0)::INT, 0) + coalesce(bit_count(word_1)::INT, 0) + coalesce(bit_count(word_2)::INT, 0) + coalesce(bit_count(word_3)::INT, 0) + coalesce(bit_count(word_4)::INT, 0) + coalesce(bit_count((word_5 & 35184372088831::UBIGINT))::INT, 0) AS active_days_365d
FROM counted;

-- Purchase days whose 30 days are over, and those of them that a reply, comment or review followed in these.
CREATE TEMP TABLE contacted AS
WITH over_days AS (
  SELECT customer_id, day FROM days WHERE orders > 0 AND day <= getvariable('as_of') - 30),
contacts AS (
  SELECT customer_id, day FROM seen WHERE event IN ('reply', 'comment')
  UNION SELECT customer_id, day_of(reviewed_at) FROM reviews WHERE day_of(reviewed_at) <= getvariable('as_of')),
followed AS (
  SELECT DISTINCT over_days.customer_id, over_days.day FROM over_days JOIN contacts
    ON contacts.customer_id = over_days.customer_id AND contacts.day > over_days.day
      AND contacts.day <= over_days.day + 30)
SELECT over_days.customer_id, count(followed.day)::DOUBLE / count(*) AS contact_after_order_share
FROM over_days LEFT JOIN followed USING (customer_id, day) GROUP BY over_days.customer_id;

-- A kind that nobody has shown cannot be told from one that is not recorded.
CREATE TEMP TABLE ever AS
SELECT
  max(views_lifetime) > 0 AS views, max(searches_lifetime) > 0 AS searches,
  max(comparisons_lifetime) > 0 AS comparisons, max(carts_lifetime) > 0 AS carts,
  max(checkouts_lifetime) > 0 AS checkouts, max(opens_lifetime) > 0 AS opens,
  max(clicks_lifetime) > 0 AS clicks, max(replies_lifetime) > 0 AS replies,
  max(shares_lifetime) > 0 AS shares, max(helps_lifetime) > 0 AS helps, max(errors_lifetime) > 0 AS errors,
  max(unsubscribes_lifetime) > 0 AS unsubscribes
FROM acts;

CREATE TEMP TABLE channels AS
SELECT customer_id, map_from_entries(list((channel, events) ORDER BY channel)) AS events_by_channel,
  map_from_entries(list((channel, events_30d) ORDER BY channel) FILTER (events_30d > 0))
    AS events_by_channel_30d,
  map_from_entries(list((channel, events_90d) ORDER BY channel) FILTER (events_90d > 0))
    AS events_by_channel_90d,
  map_from_entries(list((channel, events_365d) ORDER BY channel) FILTER (events_365d > 0))
    AS events_by_channel_365d
FROM (SELECT customer_id, channel, count(*) AS events, count(*) FILTER (ago < 30) AS events_30d,
    count(*) FILTER (ago < 90) AS events_90d, count(*) FILTER (ago < 365) AS events_365d
  FROM seen WHERE channel IS NOT NULL GROUP BY customer_id, channel)
GROUP BY customer_id;

-- A person belongs to the first who referred him; rings of up to five, and trees of as many generations.
CREATE TEMP TABLE pairs AS
WITH told AS (
  SELECT referrer_id, referred_id, min(referred_at) AS referred_at,
    bool_or(converted_at IS NOT NULL AND day_of(converted_at) <= getvariable('as_of')) AS said
  FROM referrals WHERE day_of(referred_at) <= getvariable('as_of') GROUP BY referrer_id, referred_id),
firsts AS (
  SELECT referred_id, arg_min(referrer_id, (referred_at, referrer_id)) AS parent
  FROM told WHERE referrer_id <> referred_id GROUP BY referred_id)
SELECT referrer_id, referred_id, coalesce(referrer_id <> referred_id AND referrer_id = parent, false) AS leads,
  NOT coalesce(first_day < day_of(referred_at), false)
    AND (said OR coalesce(first_day >= day_of(referred_at), false)) AS has_converted,
  coalesce(net_sales_lifetime, 0) AS net
FROM told LEFT JOIN firsts USING (referred_id) LEFT JOIN buyers ON buyers.customer_id = referred_id;

CREATE TEMP TABLE network AS
WITH links AS (
  SELECT referred_id AS person, referrer_id AS up FROM pairs
  WHERE leads AND referred_id IN (SELECT referrer_id FROM pairs WHERE leads)),
ways AS (
  SELECT l1.person, l1.up AS up1, l2.up AS up2, l3.up AS up3, l4.up AS up4, l5.up AS up5
  FROM links l1 LEFT JOIN links l2 ON l2.person = l1.up LEFT JOIN links l3 ON l3.person = l2.up
    LEFT JOIN links l4 ON l4.person = l3.up LEFT JOIN links l5 ON l5.person = l4.up),
rings AS (SELECT person FROM ways WHERE person IN (up2, up3, up4, up5)),
direct AS (
  SELECT referrer_id AS person, count(*) FILTER (counts) AS referred,
    count(*) FILTER (counts AND has_converted) AS converted,
    coalesce(sum(net) FILTER (counts AND has_converted), 0) AS net
  FROM (SELECT *, leads AND referred_id NOT IN (SELECT person FROM rings) AS counts FROM pairs)
  GROUP BY referrer_id),
handed AS (
  SELECT person, 1 AS generation, referred FROM direct
  UNION ALL SELECT unnest([up1, up2, up3, up4]), unnest([2, 3, 4, 5]), referred
  FROM direct JOIN ways USING (person) WHERE person NOT IN (SELECT person FROM rings))
SELECT direct.person AS customer_id, referred AS referrals_made, converted AS referrals_converted,
  net AS referred_net_sales, coalesce(depth, 0) AS referral_generations
FROM direct LEFT JOIN (
  SELECT person, max(generation) FILTER (referred > 0) AS depth FROM handed GROUP BY person) USING (person);

CREATE TEMP TABLE measured AS
SELECT customer_id, date_of(first_day) AS first_order_on, date_of(last_day) AS last_order_on, frequency,
  last_day - first_day AS recency_days, getvariable('as_of') - first_day AS age_days,
  CASE WHEN frequency > 0 THEN
    CAST(sign(repeat_sales) * ((2 * CAST(abs(repeat_sales) * 10000 AS HUGEINT) + frequency) // (2 * frequency))
      AS DECIMAL(38, 0)) / 10000 END AS monetary_value_,
  getvariable('as_of') - last_day AS days_since_last_order, orders_lifetime, net_sales_lifetime,
  refunds_lifetime, quotient(net_sales_lifetime, orders_lifetime) AS order_value,
  nullif(categories, 0) AS categories_lifetime, share(discounts_lifetime, list) AS discount_share,
  quotient(priced - discounted_orders, priced) AS full_price_share,
  quotient(orders_lifetime - promoted, orders_lifetime) AS promotion_free_share,
  share(refunds_lifetime, gross) AS refund_share, items_lifetime::DOUBLE AS items_lifetime, margin_lifetime,
  discounts_lifetime, share(discounted, discounted_list) AS discount_depth,
  orders_lifetime - promoted AS promotion_free_orders_lifetime,
  quotient(most, lined) AS product_line_concentration, favourite AS favourite_product_line,
  CASE WHEN first_day <= getvariable('as_of') - 365 AND abs(now) + abs(earlier) > 0
    THEN (now - earlier) / (abs(now) + abs(earlier)) END AS sales_growth,
  CASE WHEN frequency > 0 THEN (last_day - first_day)::DOUBLE / frequency END AS mean_gap_days,
  median_gap_days,
  CASE WHEN frequency > 0 THEN sqrt(frequency * squares - (last_day - first_day)::BIGINT * (last_day - first_day))
    / (last_day - first_day) END AS gap_variability,
  date_of(last_day + floor(median_gap_days + 0.5)) AS expected_next_order_on,
  (getvariable('as_of') - last_day) / median_gap_days AS overdue_ratio, second_order_days,
  CASE WHEN second_order_days IS NOT NULL THEN second_order_days <= coalesce(own_cycle, getvariable('cycle'))
    WHEN getvariable('as_of') - first_day >= floor(coalesce(own_cycle, getvariable('cycle'))) THEN false END
    AS second_order_within_cycle,
  orders_lifetime = 1 AND getvariable('as_of') - first_day >= floor(coalesce(own_cycle, getvariable('cycle'))) AS one_and_done,
  orders_30d, orders_90d, orders_365d, net_sales_30d, net_sales_90d, net_sales_365d,
  items_30d::DOUBLE AS items_30d, items_90d::DOUBLE AS items_90d, items_365d::DOUBLE AS items_365d,
  margin_30d, margin_90d, margin_365d, categories_30d, categories_90d, categories_365d,
  products_30d, products_90d, products_365d,
  quotient(net_sales_30d, orders_30d) AS order_value_30d,
  quotient(most_30d, lined_30d) AS product_line_concentration_30d,
  quotient(priced_30d - discounted_orders_30d, priced_30d) AS full_price_share_30d,
  share(discounted_30d, discounted_list_30d) AS discount_depth_30d,
  orders_30d - promoted_30d AS promotion_free_orders_30d,
  quotient(net_sales_90d, orders_90d) AS order_value_90d,
  quotient(most_90d, lined_90d) AS product_line_concentration_90d,
  quotient(priced_90d - discounted_orders_90d, priced_90d) AS full_price_share_90d,
  share(discounted_90d, discounted_list_90d) AS discount_depth_90d,
  orders_90d - promoted_90d AS promotion_free_orders_90d,
  quotient(net_sales_365d, orders_365d) AS order_value_365d,
  quotient(most_365d, lined_365d) AS product_line_concentration_365d,
  quotient(priced_365d - discounted_orders_365d, priced_365d) AS full_price_share_365d,
  share(discounted_365d, discounted_list_365d) AS discount_depth_365d,
  orders_365d - promoted_365d AS promotion_free_orders_365d,
  coalesce(reviews_lifetime, 0) AS reviews_lifetime,
  coalesce(low_ratings_lifetime, 0) AS low_ratings_lifetime,
  coalesce(helpful_votes_lifetime, 0) AS helpful_votes_lifetime, coalesce(reviews_30d, 0) AS reviews_30d,
  coalesce(reviews_90d, 0) AS reviews_90d, coalesce(reviews_365d, 0) AS reviews_365d,
  coalesce(reviews_lifetime, 0)::DOUBLE / orders_lifetime AS reviews_per_order,
  coalesce(opinions.low_ratings_lifetime, 0)::DOUBLE / orders_lifetime AS complaints_per_order,
  contact_after_order_share,
  ratings / reviews_lifetime AS rating_mean, rating_spread,
  CASE WHEN reviews_lifetime > 1
    THEN latest_rating - (ratings - latest_rating) / (reviews_lifetime - 1) END AS rating_trend,
  review_length_mean,
  coalesce(events_lifetime, 0) AS events_lifetime,
  CASE WHEN ever.views THEN coalesce(views_lifetime, 0) END AS views_lifetime,
  CASE WHEN ever.searches THEN coalesce(searches_lifetime, 0) END AS searches_lifetime,
  CASE WHEN ever.comparisons THEN coalesce(comparisons_lifetime, 0) END AS comparisons_lifetime,
  CASE WHEN ever.carts THEN coalesce(carts_lifetime, 0) END AS carts_lifetime,
  CASE WHEN ever.checkouts THEN coalesce(checkouts_lifetime, 0) END AS checkouts_lifetime,
  CASE WHEN ever.opens THEN coalesce(opens_lifetime, 0) END AS opens_lifetime,
  CASE WHEN ever.clicks THEN coalesce(clicks_lifetime, 0) END AS clicks_lifetime,
  CASE WHEN ever.replies THEN coalesce(replies_lifetime, 0) END AS replies_lifetime,
  CASE WHEN ever.shares THEN coalesce(shares_lifetime, 0) END AS shares_lifetime,
  CASE WHEN ever.helps THEN coalesce(helps_lifetime, 0) END AS helps_lifetime,
  CASE WHEN ever.errors THEN coalesce(errors_lifetime, 0) END AS errors_lifetime,
  CASE WHEN ever.unsubscribes THEN coalesce(unsubscribes_lifetime, 0) END AS unsubscribes_lifetime,
  CASE WHEN ever.views THEN coalesce(views_30d, 0) END AS views_30d,
  CASE WHEN ever.views THEN coalesce(views_90d, 0) END AS views_90d,
  CASE WHEN ever.views THEN coalesce(views_365d, 0) END AS views_365d,
  CASE WHEN ever.searches THEN coalesce(searches_30d, 0) END AS searches_30d,
  CASE WHEN ever.searches THEN coalesce(searches_90d, 0) END AS searches_90d,
  CASE WHEN ever.searches THEN coalesce(searches_365d, 0) END AS searches_365d,
  CASE WHEN ever.comparisons THEN coalesce(comparisons_30d, 0) END AS comparisons_30d,
  CASE WHEN ever.comparisons THEN coalesce(comparisons_90d, 0) END AS comparisons_90d,
  CASE WHEN ever.comparisons THEN coalesce(comparisons_365d, 0) END AS comparisons_365d,
  CASE WHEN ever.carts THEN coalesce(carts_30d, 0) END AS carts_30d,
  CASE WHEN ever.carts THEN coalesce(carts_90d, 0) END AS carts_90d,
  CASE WHEN ever.carts THEN coalesce(carts_365d, 0) END AS carts_365d,
  CASE WHEN ever.checkouts THEN coalesce(checkouts_30d, 0) END AS checkouts_30d,
  CASE WHEN ever.checkouts THEN coalesce(checkouts_90d, 0) END AS checkouts_90d,
  CASE WHEN ever.checkouts THEN coalesce(checkouts_365d, 0) END AS checkouts_365d,
  CASE WHEN ever.opens THEN coalesce(opens_30d, 0) END AS opens_30d,
  CASE WHEN ever.opens THEN coalesce(opens_90d, 0) END AS opens_90d,
  CASE WHEN ever.opens THEN coalesce(opens_365d, 0) END AS opens_365d,
  CASE WHEN ever.clicks THEN coalesce(clicks_30d, 0) END AS clicks_30d,
  CASE WHEN ever.clicks THEN coalesce(clicks_90d, 0) END AS clicks_90d,
  CASE WHEN ever.clicks THEN coalesce(clicks_365d, 0) END AS clicks_365d,
  CASE WHEN ever.replies THEN coalesce(replies_30d, 0) END AS replies_30d,
  CASE WHEN ever.replies THEN coalesce(replies_90d, 0) END AS replies_90d,
  CASE WHEN ever.replies THEN coalesce(replies_365d, 0) END AS replies_365d,
  CASE WHEN ever.shares THEN coalesce(shares_30d, 0) END AS shares_30d,
  CASE WHEN ever.shares THEN coalesce(shares_90d, 0) END AS shares_90d,
  CASE WHEN ever.shares THEN coalesce(shares_365d, 0) END AS shares_365d,
  CASE WHEN ever.helps THEN coalesce(helps_30d, 0) END AS helps_30d,
  CASE WHEN ever.helps THEN coalesce(helps_90d, 0) END AS helps_90d,
  CASE WHEN ever.helps THEN coalesce(helps_365d, 0) END AS helps_365d,
  CASE WHEN ever.errors THEN coalesce(errors_30d, 0) END AS errors_30d,
  CASE WHEN ever.errors THEN coalesce(errors_90d, 0) END AS errors_90d,
  CASE WHEN ever.errors THEN coalesce(errors_365d, 0) END AS errors_365d,
  CASE WHEN ever.unsubscribes THEN coalesce(unsubscribes_30d, 0) END AS unsubscribes_30d,
  CASE WHEN ever.unsubscribes THEN coalesce(unsubscribes_90d, 0) END AS unsubscribes_90d,
  CASE WHEN ever.unsubscribes THEN coalesce(unsubscribes_365d, 0) END AS unsubscribes_365d,
  coalesce(events_30d, 0) AS events_30d, coalesce(events_90d, 0) AS events_90d,
  coalesce(events_365d, 0) AS events_365d, coalesce(active_days_30d, 0) AS active_days_30d,
  coalesce(active_days_90d, 0) AS active_days_90d, coalesce(active_days_365d, 0) AS active_days_365d,
  days_since_last_event, events_by_channel, events_by_channel_30d, events_by_channel_90d, events_by_channel_365d, date_of(first_event) AS first_event_on,
  CASE WHEN first_event <= first_day THEN touches END AS touches_to_first_order,
  date_of(first_event) AS first_contact_on,
  CASE WHEN first_event <= first_day THEN first_day - first_event END AS days_to_first_order,
  coalesce(referrals_made, 0) AS referrals_made, coalesce(referrals_converted, 0) AS referrals_converted,
  coalesce(referred_net_sales, 0) AS referred_net_sales,
  coalesce(referral_generations, 0) AS referral_generations
FROM buyers LEFT JOIN rhythm USING (customer_id) LEFT JOIN first_cycle USING (customer_id) LEFT JOIN choice USING (customer_id)
  LEFT JOIN opinions USING (customer_id) LEFT JOIN acts USING (customer_id)
  LEFT JOIN channels USING (customer_id) LEFT JOIN network USING (customer_id)
  LEFT JOIN contacted USING (customer_id)
  CROSS JOIN ever;

-- Every value of a measure with how many customers have less, as much, and the share below and half of
-- those alike. Values are fewer than customers, so these are sorted rather than those.
CREATE TEMP MACRO standing(measure) AS TABLE
SELECT x, below, up_to, all_of_them, (below + up_to) / (2 * all_of_them)::DOUBLE AS mid
FROM (
  SELECT x, up_to - n AS below, up_to, sum(n) OVER () AS all_of_them
  FROM (
    SELECT x, n, sum(n) OVER (ORDER BY x ROWS UNBOUNDED PRECEDING) AS up_to
    FROM query('SELECT ' || measure || '::DOUBLE AS x, count(*) AS n FROM measured WHERE ' || measure
      || ' IS NOT NULL GROUP BY ALL')));

CREATE TEMP VIEW ranked AS
SELECT measured.*,
  score_of(days_since_last_order_s.all_of_them - days_since_last_order_s.up_to,
    days_since_last_order_s.below, days_since_last_order_s.all_of_them - 1) AS recency_score,
  score_of(frequency_s.below, frequency_s.all_of_them - frequency_s.up_to, frequency_s.all_of_them - 1)
    AS frequency_score,
  score_of(net_sales_lifetime_s.below, net_sales_lifetime_s.all_of_them - net_sales_lifetime_s.up_to,
    net_sales_lifetime_s.all_of_them - 1) AS monetary_score,
  100 * full_price_share_s.mid AS full_price_share_rank,
  100 * order_value_s.mid AS order_value_rank,
  100 * discount_share_s.mid AS discount_share_rank,
  100 * rating_mean_s.mid AS rating_mean_rank,
  100 * low_ratings_lifetime_s.mid AS low_ratings_lifetime_rank,
  100 * refund_share_s.mid AS refund_share_rank,
  100 * contact_after_order_share_s.mid AS contact_after_order_share_rank,
  100 * complaints_per_order_s.mid AS complaints_per_order_rank,
  100 * rating_trend_s.mid AS rating_trend_rank,
  100 * replies_lifetime_s.mid AS replies_lifetime_rank,
  100 * second_order_within_cycle_s.mid AS second_order_within_cycle_rank,
  100 * reviews_per_order_s.mid AS reviews_per_order_rank,
  100 * review_length_mean_s.mid AS review_length_mean_rank,
  100 * rating_spread_s.mid AS rating_spread_rank,
  100 * clicks_lifetime_s.mid AS clicks_lifetime_rank,
  100 * unsubscribes_lifetime_s.mid AS unsubscribes_lifetime_rank,
  100 * frequency_s.mid AS frequency_rank,
  100 * days_since_last_order_s.mid AS days_since_last_order_rank,
  100 * promotion_free_share_s.mid AS promotion_free_share_rank,
  100 * referrals_converted_s.mid AS referrals_converted_rank,
  100 * referrals_made_s.mid AS referrals_made_rank,
  100 * shares_lifetime_s.mid AS shares_lifetime_rank,
  100 * helpful_votes_lifetime_s.mid AS helpful_votes_lifetime_rank,
  100 * net_sales_lifetime_s.mid AS net_sales_lifetime_rank,
  100 * sales_growth_s.mid AS sales_growth_rank
FROM measured
  LEFT JOIN standing('full_price_share') full_price_share_s ON full_price_share_s.x = measured.full_price_share::DOUBLE
  LEFT JOIN standing('order_value') order_value_s ON order_value_s.x = measured.order_value::DOUBLE
  LEFT JOIN standing('discount_share') discount_share_s ON discount_share_s.x = measured.discount_share::DOUBLE
  LEFT JOIN standing('rating_mean') rating_mean_s ON rating_mean_s.x = measured.rating_mean::DOUBLE
  LEFT JOIN standing('low_ratings_lifetime') low_ratings_lifetime_s ON low_ratings_lifetime_s.x = measured.low_ratings_lifetime::DOUBLE
  LEFT JOIN standing('refund_share') refund_share_s ON refund_share_s.x = measured.refund_share::DOUBLE
  LEFT JOIN standing('contact_after_order_share') contact_after_order_share_s ON contact_after_order_share_s.x = measured.contact_after_order_share::DOUBLE
  LEFT JOIN standing('complaints_per_order') complaints_per_order_s ON complaints_per_order_s.x = measured.complaints_per_order::DOUBLE
  LEFT JOIN standing('rating_trend') rating_trend_s ON rating_trend_s.x = measured.rating_trend::DOUBLE
  LEFT JOIN standing('replies_lifetime') replies_lifetime_s ON replies_lifetime_s.x = measured.replies_lifetime::DOUBLE
  LEFT JOIN standing('second_order_within_cycle') second_order_within_cycle_s ON second_order_within_cycle_s.x = measured.second_order_within_cycle::DOUBLE
  LEFT JOIN standing('reviews_per_order') reviews_per_order_s ON reviews_per_order_s.x = measured.reviews_per_order::DOUBLE
  LEFT JOIN standing('review_length_mean') review_length_mean_s ON review_length_mean_s.x = measured.review_length_mean::DOUBLE
  LEFT JOIN standing('rating_spread') rating_spread_s ON rating_spread_s.x = measured.rating_spread::DOUBLE
  LEFT JOIN standing('clicks_lifetime') clicks_lifetime_s ON clicks_lifetime_s.x = measured.clicks_lifetime::DOUBLE
  LEFT JOIN standing('unsubscribes_lifetime') unsubscribes_lifetime_s ON unsubscribes_lifetime_s.x = measured.unsubscribes_lifetime::DOUBLE
  LEFT JOIN standing('frequency') frequency_s ON frequency_s.x = measured.frequency::DOUBLE
  LEFT JOIN standing('days_since_last_order') days_since_last_order_s ON days_since_last_order_s.x = measured.days_since_last_order::DOUBLE
  LEFT JOIN standing('promotion_free_share') promotion_free_share_s ON promotion_free_share_s.x = measured.promotion_free_share::DOUBLE
  LEFT JOIN standing('referrals_converted') referrals_converted_s ON referrals_converted_s.x = measured.referrals_converted::DOUBLE
  LEFT JOIN standing('referrals_made') referrals_made_s ON referrals_made_s.x = measured.referrals_made::DOUBLE
  LEFT JOIN standing('shares_lifetime') shares_lifetime_s ON shares_lifetime_s.x = measured.shares_lifetime::DOUBLE
  LEFT JOIN standing('helpful_votes_lifetime') helpful_votes_lifetime_s ON helpful_votes_lifetime_s.x = measured.helpful_votes_lifetime::DOUBLE
  LEFT JOIN standing('net_sales_lifetime') net_sales_lifetime_s ON net_sales_lifetime_s.x = measured.net_sales_lifetime::DOUBLE
  LEFT JOIN standing('sales_growth') sales_growth_s ON sales_growth_s.x = measured.sales_growth::DOUBLE;

CREATE TEMP VIEW scored AS
SELECT *,
  CASE WHEN recency_score >= 4 AND frequency_score >= 4 THEN 'champions'
    WHEN recency_score = 3 AND frequency_score >= 4 THEN 'loyal'
    WHEN recency_score >= 4 AND frequency_score BETWEEN 2 AND 3 THEN 'promising'
    WHEN recency_score >= 4 AND frequency_score = 1 THEN 'new'
    WHEN recency_score = 3 AND frequency_score <= 3 THEN 'attention'
    WHEN recency_score <= 2 AND frequency_score >= 3 THEN 'at-risk'
    WHEN recency_score <= 2 AND frequency_score <= 2 THEN 'asleep' ELSE 'others' END AS rfm_group,
  mean_of(
    coalesce(full_price_share_rank, 0)
      + coalesce(order_value_rank, 0)
      + coalesce((100 - discount_share_rank), 0),
    (CASE WHEN full_price_share_rank IS NOT NULL THEN 1 ELSE 0 END)
      + (CASE WHEN order_value_rank IS NOT NULL THEN 1 ELSE 0 END)
      + (CASE WHEN discount_share_rank IS NOT NULL THEN 1 ELSE 0 END)) AS quality_pay,
  mean_of(
    coalesce(rating_mean_rank * 2, 0)
      + coalesce((100 - low_ratings_lifetime_rank), 0)
      + coalesce((100 - refund_share_rank), 0)
      + coalesce(replies_lifetime_rank * 0.5, 0)
      + coalesce(second_order_within_cycle_rank * 0.5, 0)
      + coalesce(rating_trend_rank * 0.5, 0)
      + coalesce((100 - complaints_per_order_rank) * 0.5, 0)
      + coalesce(contact_after_order_share_rank * 0.5, 0),
    (CASE WHEN rating_mean_rank IS NOT NULL THEN 2 ELSE 0 END)
      + (CASE WHEN low_ratings_lifetime_rank IS NOT NULL THEN 1 ELSE 0 END)
      + (CASE WHEN refund_share_rank IS NOT NULL THEN 1 ELSE 0 END)
      + (CASE WHEN replies_lifetime_rank IS NOT NULL THEN 0.5 ELSE 0 END)
      + (CASE WHEN second_order_within_cycle_rank IS NOT NULL THEN 0.5 ELSE 0 END)
      + (CASE WHEN rating_trend_rank IS NOT NULL THEN 0.5 ELSE 0 END)
      + (CASE WHEN complaints_per_order_rank IS NOT NULL THEN 0.5 ELSE 0 END)
      + (CASE WHEN contact_after_order_share_rank IS NOT NULL THEN 0.5 ELSE 0 END)) AS quality_appreciate,
  mean_of(
    coalesce(reviews_per_order_rank * 2, 0)
      + coalesce(replies_lifetime_rank, 0)
      + coalesce(review_length_mean_rank, 0)
      + coalesce(rating_spread_rank * 0.5, 0)
      + coalesce(clicks_lifetime_rank * 0.5, 0)
      + coalesce((100 - unsubscribes_lifetime_rank), 0),
    (CASE WHEN reviews_per_order_rank IS NOT NULL THEN 2 ELSE 0 END)
      + (CASE WHEN replies_lifetime_rank IS NOT NULL THEN 1 ELSE 0 END)
      + (CASE WHEN review_length_mean_rank IS NOT NULL THEN 1 ELSE 0 END)
      + (CASE WHEN rating_spread_rank IS NOT NULL THEN 0.5 ELSE 0 END)
      + (CASE WHEN clicks_lifetime_rank IS NOT NULL THEN 0.5 ELSE 0 END)
      + (CASE WHEN unsubscribes_lifetime_rank IS NOT NULL THEN 1 ELSE 0 END)) AS quality_communicate,
  mean_of(
    coalesce(frequency_rank * 2, 0)
      + coalesce((100 - days_since_last_order_rank), 0)
      + coalesce(promotion_free_share_rank * 0.5, 0),
    (CASE WHEN frequency_rank IS NOT NULL THEN 2 ELSE 0 END)
      + (CASE WHEN days_since_last_order_rank IS NOT NULL THEN 1 ELSE 0 END)
      + (CASE WHEN promotion_free_share_rank IS NOT NULL THEN 0.5 ELSE 0 END)) AS quality_return,
  mean_of(
    coalesce(referrals_converted_rank * 2, 0)
      + coalesce(referrals_made_rank, 0)
      + coalesce(shares_lifetime_rank * 0.5, 0)
      + coalesce(helpful_votes_lifetime_rank * 0.5, 0),
    (CASE WHEN referrals_converted_rank IS NOT NULL THEN 2 ELSE 0 END)
      + (CASE WHEN referrals_made_rank IS NOT NULL THEN 1 ELSE 0 END)
      + (CASE WHEN shares_lifetime_rank IS NOT NULL THEN 0.5 ELSE 0 END)
      + (CASE WHEN helpful_votes_lifetime_rank IS NOT NULL THEN 0.5 ELSE 0 END)) AS quality_refer,
  map_from_entries(list_filter([{'k': 'full_price_share', 'v': full_price_share_rank},
      {'k': 'order_value', 'v': order_value_rank},
      {'k': 'discount_share', 'v': (100 - discount_share_rank)}],
    part -> part.v IS NOT NULL)) AS quality_pay_parts,
  map_from_entries(list_filter([{'k': 'rating_mean', 'v': rating_mean_rank},
      {'k': 'low_ratings_lifetime', 'v': (100 - low_ratings_lifetime_rank)},
      {'k': 'refund_share', 'v': (100 - refund_share_rank)},
      {'k': 'replies_lifetime', 'v': replies_lifetime_rank},
      {'k': 'second_order_within_cycle', 'v': second_order_within_cycle_rank},
      {'k': 'rating_trend', 'v': rating_trend_rank},
      {'k': 'complaints_per_order', 'v': (100 - complaints_per_order_rank)},
      {'k': 'contact_after_order_share', 'v': contact_after_order_share_rank}],
    part -> part.v IS NOT NULL)) AS quality_appreciate_parts,
  map_from_entries(list_filter([{'k': 'reviews_per_order', 'v': reviews_per_order_rank},
      {'k': 'replies_lifetime', 'v': replies_lifetime_rank},
      {'k': 'review_length_mean', 'v': review_length_mean_rank},
      {'k': 'rating_spread', 'v': rating_spread_rank},
      {'k': 'clicks_lifetime', 'v': clicks_lifetime_rank},
      {'k': 'unsubscribes_lifetime', 'v': (100 - unsubscribes_lifetime_rank)}],
    part -> part.v IS NOT NULL)) AS quality_communicate_parts,
  map_from_entries(list_filter([{'k': 'frequency', 'v': frequency_rank},
      {'k': 'days_since_last_order', 'v': (100 - days_since_last_order_rank)},
      {'k': 'promotion_free_share', 'v': promotion_free_share_rank}],
    part -> part.v IS NOT NULL)) AS quality_return_parts,
  map_from_entries(list_filter([{'k': 'referrals_converted', 'v': referrals_converted_rank},
      {'k': 'referrals_made', 'v': referrals_made_rank},
      {'k': 'shares_lifetime', 'v': shares_lifetime_rank},
      {'k': 'helpful_votes_lifetime', 'v': helpful_votes_lifetime_rank}],
    part -> part.v IS NOT NULL)) AS quality_refer_parts,
  (sales_growth_rank - net_sales_lifetime_rank) / 2 + 50 AS potential_score
FROM ranked;

CREATE TEMP VIEW customer_features AS
SELECT * EXCLUDE (full_price_share_rank, order_value_rank, discount_share_rank, rating_mean_rank, low_ratings_lifetime_rank, rating_trend_rank, complaints_per_order_rank, contact_after_order_share_rank, refund_share_rank, replies_lifetime_rank, second_order_within_cycle_rank, reviews_per_order_rank, review_length_mean_rank, rating_spread_rank, clicks_lifetime_rank, unsubscribes_lifetime_rank, frequency_rank, days_since_last_order_rank, promotion_free_share_rank, referrals_converted_rank, referrals_made_rank, shares_lifetime_rank, helpful_votes_lifetime_rank, net_sales_lifetime_rank, sales_growth_rank, monetary_value_),
  monetary_value_::DECIMAL(28, 4) AS monetary_value, DATE '1970-01-01' + getvariable('as_of') AS as_of,
  mean_of(coalesce(quality_pay, 0) + coalesce(quality_appreciate, 0) + coalesce(quality_communicate, 0)
      + coalesce(quality_return, 0) + coalesce(quality_refer, 0),
    (quality_pay IS NOT NULL)::INT + (quality_appreciate IS NOT NULL)::INT + (quality_communicate IS NOT NULL)::INT
      + (quality_return IS NOT NULL)::INT + (quality_refer IS NOT NULL)::INT) AS dangol_index,
  CASE WHEN quality_pay IS NOT NULL AND greatest(quality_communicate, quality_refer) IS NOT NULL THEN
    CASE WHEN quality_pay >= 50 AND greatest(quality_communicate, quality_refer) >= 50
      THEN 'attached' ELSE 'practical' END END AS buyer_type,
  CASE WHEN quality_appreciate IS NOT NULL AND quality_return IS NOT NULL THEN
    CASE WHEN quality_appreciate >= 50 AND quality_return >= 50 THEN 'true'
      WHEN quality_appreciate >= 50 THEN 'latent' WHEN quality_return >= 50 THEN 'spurious' ELSE 'none' END
    END AS loyalty_type,
  CASE WHEN quality_refer IS NOT NULL THEN referrals_converted > 0 OR quality_refer >= 75 END AS advocate,
  CASE WHEN greatest(quality_communicate, quality_refer) IS NOT NULL THEN
    net_sales_lifetime_rank < 50 AND greatest(quality_communicate, quality_refer) >= 75 END AS hidden_value
FROM scored;

/** Referral network: referrers, the people they brought, generations. */
package dev.dangol.features.referrals;

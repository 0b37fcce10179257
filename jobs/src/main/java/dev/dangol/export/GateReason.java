package dev.dangol.export;

import java.util.Locale;

/** Reason for which a customer is held back, in the order in which they are looked at. */
public enum GateReason {
  /** They were erased. */
  ERASED,
  /** They unsubscribed or complained. */
  SUPPRESSED,
  /** They took their consent back. */
  WITHDRAWN,
  /** They never consented to this channel or purpose. */
  NO_CONSENT,
  /** They consented too long ago. */
  CONSENT_TOO_OLD,
  /** They are in the cohort's control group. */
  CONTROL_GROUP,
  /** They are under age. */
  MINOR,
  /** They have none of the identifiers that the format needs. */
  NO_USABLE_IDENTIFIER,
  /** A message to them would have an empty variable. */
  MISSING_VARIABLE,
  /** Somebody with the same identifier is in the list. */
  DUPLICATE_IDENTIFIER,
  /** The list is too small. */
  BELOW_MIN_SIZE;

  /** Its name in tables and manifests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

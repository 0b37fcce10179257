package dev.dangol.store;

/**
 * Identity of a run, which every line that it writes into the ledger shares.
 *
 * @param run the run's id
 * @param configHash a fingerprint of the settings that can change a result
 * @param seed the seed of everything random
 * @param softwareVersion the version of Dangol
 */
public record RunInfo(String run, String configHash, long seed, String softwareVersion) {

  /** True where both would compute the same from the same data. */
  public boolean computesLike(RunInfo other) {
    return configHash.equals(other.configHash)
        && seed == other.seed
        && softwareVersion.equals(other.softwareVersion);
  }
}

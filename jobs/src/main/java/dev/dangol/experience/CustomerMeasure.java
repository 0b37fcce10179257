package dev.dangol.experience;

/** Measure that is counted customer by customer. */
interface CustomerMeasure {
  /** Adds a customer; nothing of them is kept but figures. */
  void add(ExperienceHistory customer, FactSheet facts);
}

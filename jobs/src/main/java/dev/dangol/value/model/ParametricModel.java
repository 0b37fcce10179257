package dev.dangol.value.model;

import java.util.List;

/** A model whose parameters are all above 0 and have names in the literature. */
interface ParametricModel {
  /** The parameters in their order. */
  List<String> names();
}

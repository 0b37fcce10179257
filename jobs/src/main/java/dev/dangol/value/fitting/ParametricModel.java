package dev.dangol.value.fitting;

import java.util.List;

/** A model whose parameters are all above 0 and have names in the literature. */
public interface ParametricModel {
  /** The parameters in their order. */
  List<String> names();
}

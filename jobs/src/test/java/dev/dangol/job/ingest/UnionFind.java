package dev.dangol.job.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Union-find in plain Java: links ids by the keys that they share. */
final class UnionFind {
  private final Map<String, String> above = new HashMap<>();
  private final Map<String, String> firstWithKey = new HashMap<>();

  void carries(String id, String key) {
    above.putIfAbsent(id, id);
    String other = firstWithKey.putIfAbsent(key, id);
    if (other != null) {
      String one = root(id);
      String two = root(other);
      // The least id is the root, as it is for customers who were not known before.
      above.put(one.compareTo(two) < 0 ? two : one, one.compareTo(two) < 0 ? one : two);
    }
  }

  /** Every id with the least of its component; with itself where that has more ids than may be. */
  Map<String, String> customers(int maxIds) {
    Map<String, List<String>> components = new HashMap<>();
    for (String id : above.keySet()) {
      components.computeIfAbsent(root(id), root -> new ArrayList<>()).add(id);
    }
    Map<String, String> customers = new TreeMap<>();
    for (Map.Entry<String, List<String>> component : components.entrySet()) {
      Collection<String> ids = component.getValue();
      ids.forEach(id -> customers.put(id, ids.size() > maxIds ? id : component.getKey()));
    }
    return customers;
  }

  private String root(String id) {
    String root = id;
    while (!above.get(root).equals(root)) {
      root = above.get(root);
    }
    return root;
  }
}

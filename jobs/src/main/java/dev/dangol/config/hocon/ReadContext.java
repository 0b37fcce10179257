package dev.dangol.config.hocon;

import com.typesafe.config.ConfigObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Context of one read of the settings: known keys, values found and faults. */
public final class ReadContext {
  private final SettingFaults faults;
  private final SettingsFingerprint fingerprint = new SettingsFingerprint();
  private final List<ConfigSection> sections = new ArrayList<>();
  private final NameLabels labels = new NameLabels();
  private final Set<List<String>> known = new LinkedHashSet<>();
  private final Set<List<String>> settable = new LinkedHashSet<>();

  public ReadContext(SettingFaults faults) {
    this.faults = faults;
  }

  /** The whole configuration, of which only the section {@code dangol} means anything. */
  public ConfigSection whole(ConfigObject values) {
    return open(new ConfigSection(values, List.of(), this));
  }

  ConfigSection open(ConfigSection section) {
    sections.add(section);
    return section;
  }

  /** Notes that a key exists: a section's or a value's. */
  void allow(List<String> key) {
    known.add(key);
  }

  /** Notes that a key has a value, which could be set. */
  void settable(List<String> key) {
    settable.add(key);
  }

  /** Every key that could be given a value, whether it has one or not. */
  public Collection<List<String>> settable() {
    return settable;
  }

  /** The labels of names, as far as they are read. */
  public NameLabels labels() {
    return labels;
  }

  SettingFaults faults() {
    return faults;
  }

  public SettingsFingerprint fingerprint() {
    return fingerprint;
  }

  /** Adds a fault for every key that no reader asked for. */
  public void refuseUnknownKeys() {
    List<ConfigSection> opened = List.copyOf(sections);
    opened.forEach(section -> section.refuseUnknownKeys(known));
  }
}

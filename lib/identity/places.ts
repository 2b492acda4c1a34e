type Choice = { readonly value: string; readonly label: string };

/** Every IANA zone that this machine knows, with UTC. */
export function zoneChoices(): Choice[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
}

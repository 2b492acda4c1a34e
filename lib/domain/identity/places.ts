type Choice = { readonly value: string; readonly label: string };

const countryCodes =
  "AT AU BE BR CA CH CZ DE DK EE ES FI FR GB GR HR HU IE IL IN IS IT JP LT LU LV MT MX NL NO NZ PL PT RO SE SG SI SK TR US ZA AD AE AR BG CL CO CR CY HK KE KR LI MA MC MY NG PE PH QA RS TH TN TW UA UY VN";

/** Countries by their English names, in order. The code is ISO 3166-1 alpha-2. */
export function countryChoices(): Choice[] {
  const names = new Intl.DisplayNames("en-GB", { type: "region" });
  return countryCodes
    .split(" ")
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, "en-GB"));
}

/** Every IANA zone that this machine knows, with UTC. */
export function zoneChoices(): Choice[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC"])].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
}

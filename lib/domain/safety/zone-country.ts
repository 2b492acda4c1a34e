/** The countries whose contacts ship, by time zone (IANA names, with the older spellings that devices still report). */
const zones: Record<string, readonly string[]> = {
  AT: ["Europe/Vienna"],
  AU: [
    ...["Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane", "Australia/Perth", "Australia/Adelaide"],
    ...["Australia/Hobart", "Australia/Darwin", "Australia/Broken_Hill", "Australia/Eucla", "Australia/Lindeman"],
    "Australia/Lord_Howe",
  ],
  BE: ["Europe/Brussels"],
  CA: [
    ...["America/Toronto", "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Halifax"],
    ...["America/St_Johns", "America/Regina", "America/Moncton", "America/Montreal", "America/Whitehorse"],
    ...["America/Yellowknife", "America/Iqaluit", "America/Glace_Bay", "America/Goose_Bay", "America/Swift_Current"],
    ...["America/Dawson", "America/Dawson_Creek", "America/Fort_Nelson", "America/Inuvik", "America/Cambridge_Bay"],
  ],
  CH: ["Europe/Zurich"],
  DE: ["Europe/Berlin", "Europe/Busingen"],
  DK: ["Europe/Copenhagen"],
  ES: ["Europe/Madrid", "Atlantic/Canary", "Africa/Ceuta"],
  FI: ["Europe/Helsinki", "Europe/Mariehamn"],
  FR: ["Europe/Paris"],
  GB: ["Europe/London", "Europe/Belfast"],
  IE: ["Europe/Dublin"],
  IN: ["Asia/Kolkata", "Asia/Calcutta"],
  IT: ["Europe/Rome"],
  NL: ["Europe/Amsterdam"],
  NO: ["Europe/Oslo", "Arctic/Longyearbyen"],
  NZ: ["Pacific/Auckland", "Pacific/Chatham"],
  PL: ["Europe/Warsaw"],
  PT: ["Europe/Lisbon", "Atlantic/Azores", "Atlantic/Madeira"],
  SE: ["Europe/Stockholm"],
  US: [
    ...["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix"],
    ...["America/Anchorage", "America/Detroit", "America/Boise", "America/Juneau", "America/Sitka", "America/Nome"],
    ...["America/Adak", "America/Menominee", "America/Indiana/Indianapolis", "America/Indianapolis"],
    ...["America/Kentucky/Louisville", "America/Louisville", "America/North_Dakota/Center", "Pacific/Honolulu"],
  ],
  ZA: ["Africa/Johannesburg"],
};

const countries = new Map(Object.entries(zones).flatMap(([country, names]) => names.map((name) => [name, country])));

/** The country (ISO 3166-1 alpha-2) in which a time zone lies, when contacts ship for it; otherwise null. */
export function countryOfZone(zone: string): string | null {
  return countries.get(zone) ?? null;
}

/** A number that sends help at once. `for`: everything, or only police, or only an ambulance. */
export type EmergencyNumber = { for: "all" | "police" | "ambulance"; number: string };

/**
 * By country (ISO 3166-1 alpha-2): one number for everything, or police and ambulance apart ("110/119"), or both ways
 * ("112|133/144"). "17/" names the police alone. A number stands here when it was known and one of two published lists
 * agreed: Android's emergency number database (March 2024) and libphonenumber's short numbers (July 2026), both read on
 * 29 November 2026; Nigeria's by its regulator's notices. A country where they differ too much is left out.
 */
const written = `
  AD 112|110/116, AE 999/998, AF 119/, AG 911, AI 911, AL 129/127, AM 102/103, AO 113/112, AR 911/107, AS 911,
  AT 112|133/144, AU 000, AW 911, AX 112, AZ 102/103, BA 122/124, BB 211/511, BD 999, BE 112|101/112, BF 17/,
  BG 112, BH 999, BI 117/112, BJ 117/112, BM 911, BN 993/991, BO 110/118, BQ 911, BR 190/192, BS 919, BT 113/112,
  BW 999/997, BY 102/103, BZ 911, CA 911, CC 000, CF 117/1220, CG 117/, CH 112|117/144, CI 111/185, CK 999/998,
  CL 133/131, CM 117/119, CN 110/120, CO 123, CR 911, CU 106/104, CV 132/130, CW 911, CX 000, CY 112,
  CZ 112|158/155, DE 112|110/112, DJ 17/, DK 112, DM 999, DO 911, DZ 1548/14, EC 911, EE 112, EG 122/123, ES 112,
  ET 991/, FI 112, FJ 917/911, FK 999, FM 911, FO 112, FR 112|17/15, GA 1730/1300, GB 999, GD 911, GE 112,
  GF 17/15, GG 999, GH 191/193, GI 199/190, GL 112, GM 117/116, GP 17/15, GR 112|100/166, GT 110/, GU 911, GW 117/,
  GY 911/913, HK 999, HN 911, HR 112|192/194, HT 114/116, HU 112, ID 110/118, IE 112, IL 100/101, IM 999, IN 112,
  IQ 104/122, IR 110/115, IS 112, IT 112, JE 999, JM 119/110, JO 911, JP 110/119, KE 999, KG 102/103, KH 117/119,
  KI 192/194, KM 17/, KN 911, KR 112/119, KW 112, KY 911, KZ 102/103, LA 191/195, LB 112/140, LC 911,
  LI 112|117/144, LK 119/110, LR 911, LS 123/121, LT 112, LU 112|113/112, LV 112, LY 1515, MA 19/15, MC 112|17/15,
  MD 112, ME 122/124, MF 17/15, MG 117/, MH 911, MK 192/194, ML 17/15, MM 199/192, MN 102/103, MO 999, MP 911,
  MQ 17/15, MR 117/, MS 911, MT 112, MU 999/114, MV 119/102, MW 997/998, MX 911, MY 999, MZ 119/117, NA 10111/,
  NC 17/15, NE 17/15, NG 112, NI 118/128, NL 112, NO 112/113, NP 100/102, NR 110/111, NU 999, NZ 111, OM 9999,
  PA 104/911, PE 105/, PF 17/15, PG 112/111, PH 911, PK 15/1122, PL 112, PM 17/15, PR 911, PS 100/101, PT 112,
  PW 911, PY 911, QA 999, RE 17/15, RO 112, RS 192/194, RU 112|102/103, RW 112, SA 999/997, SB 999/, SC 999,
  SD 999/, SE 112, SG 999/995, SH 999, SI 112|113/112, SJ 112/113, SK 112|158/155, SL 999, SM 113/118, SN 17/15,
  SO 888, SR 115, ST 112, SV 911, SY 112/110, SZ 999/, TC 911, TD 17/, TG 117/, TH 191/1669, TJ 102/103, TL 112,
  TN 197/190, TO 911, TR 112, TT 999/, TV 911, TW 110/119, TZ 112/114, UA 102/103, UG 999, US 911, UY 911,
  UZ 102/103, VA 112, VC 911, VE 911, VG 911, VI 911, VN 113/115, VU 112, WS 911, XK 112, YE 194/191, YT 112,
  ZA 112|10111/10177, ZM 999/, ZW 999/994
`;

function numbersOf(words: string): EmergencyNumber[] {
  const [first = "", apart = first] = words.split("|");
  const [police = "", ambulance] = apart.split("/");
  const all: EmergencyNumber[] = first.includes("/") ? [] : [{ for: "all", number: first }];
  if (ambulance === undefined) return all;
  const each: EmergencyNumber[] = [
    { for: "police", number: police },
    { for: "ambulance", number: ambulance },
  ];
  return [...all, ...each.filter(({ number }) => number !== "" && number !== first)];
}

const numbers = new Map(
  written.split(",").map((row) => {
    const [country = "", words = ""] = row.trim().split(" ");
    return [country, numbersOf(words)] as const;
  }),
);

/** What to dial in a country when there is danger now; empty where nothing certain is known. */
export const emergencyNumbersOf = (country: string): readonly EmergencyNumber[] => numbers.get(country) ?? [];

/** The countries for which an emergency number ships. */
export const countriesWithNumbers: readonly string[] = [...numbers.keys()];

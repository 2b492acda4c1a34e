import {
  crisis,
  crisisText,
  ownBehaviour,
  ownBehaviourForMen,
  type ShippedLine,
  silentCall,
  unread,
  violence,
  violenceForWomen,
  violenceText,
  violenceWeb,
  violenceWebForWomen,
} from "@/lib/safety/crisis-line";

const areYouOk =
  "https://tiwanaservices.co.nz/directory/blog-post-title-one-89ad5-gg375-dlz4k-d7pkm-mk3kd-7eg26-2t65k-j5cyf-xeyaz";
const ligue180 =
  "https://www.em.com.br/nacional/2025/11/7299686-violencia-contra-a-mulher-conheca-os-canais-de-denuncia-e-apoio.html";
const usHotline = "https://ovc.ojp.gov/news/grantee-news/national-domestic-violence-hotline-answers-6-million-contacts";

/** National lines outside Europe, under the same rule as `europeanLines`. */
export const worldLines: Record<string, readonly ShippedLine[]> = {
  AU: [
    crisis("Lifeline", "13 11 14"),
    crisisText("Lifeline", "0477 13 11 14"),
    violence("1800RESPECT", "1800 737 732"),
    unread(ownBehaviourForMen("Men’s Referral Service", "1300 766 491")),
  ],
  BR: [
    unread(crisis("CVV", "188")),
    violenceForWomen("Ligue 180", "180", ligue180),
    violenceText("Ligue 180", "+55 61 9610 0180", ligue180, "A message in WhatsApp, not a text."),
  ],
  CA: [
    crisis("Suicide Crisis Helpline", "988"),
    crisisText("Suicide Crisis Helpline", "988"),
    violenceWebForWomen(
      "ShelterSafe, the nearest shelter",
      "https://sheltersafe.ca",
      "https://endvaw.ca/covid-19-public/",
      "A map with the 24-hour number of each.",
    ),
  ],
  IN: [crisis("Tele-MANAS", "14416"), violenceForWomen("Women Helpline", "181")],
  JP: [
    crisis(
      "Yorisoi Hotline (Japanese)",
      "0120 279 338",
      "https://www.hurights.or.jp/archives/newsinbrief-ja/section1/2015/01/post-52.html",
    ),
    violence(
      "DV Consultation Plus (Japanese)",
      "0120 279 889",
      "https://www.city.tamba.lg.jp/soshiki/jinkenkehatsusenta/gyomuannai/7/3042.html",
      "At any hour.",
    ),
    violenceWeb(
      "DV Consultation Plus: chat in ten languages",
      "https://soudanplus.jp",
      "https://www.city.tamba.lg.jp/soshiki/jinkenkehatsusenta/gyomuannai/7/3042.html",
      "From noon to ten at night.",
    ),
  ],
  NZ: [
    crisis("Need to talk?", "1737"),
    crisisText("Need to talk?", "1737"),
    violence("Are You OK", "0800 456 450", areYouOk, "At any hour."),
    violenceForWomen("Women’s Refuge", "0800 733 843"),
    ownBehaviour(
      "Are You OK",
      "0800 456 450",
      "https://www.govt.nz/browse/law-crime-and-justice/abuse-harassment-domestic-violence/domestic-and-family-violence/",
    ),
    silentCall(
      "Without speaking",
      "111",
      "https://www.newshub.co.nz/home/new-zealand/2021/08/police-reveal-what-happens-if-you-call-111-but-don-t-speak.html",
      "From a mobile: say nothing, and press 55 when you are asked.",
    ),
  ],
  US: [
    crisis("988 Suicide and Crisis Lifeline", "988"),
    crisisText("988 Suicide and Crisis Lifeline", "988"),
    violence("National Domestic Violence Hotline", "1 800 799 7233", usHotline),
    violenceText("National Domestic Violence Hotline", "88788", usHotline, "Text START."),
    ownBehaviour(
      "National Domestic Violence Hotline",
      "1 800 799 7233",
      "https://en.wikipedia.org/wiki/National_Domestic_Violence_Hotline",
    ),
  ],
  ZA: [crisis("SADAG Suicide Crisis Line", "0800 567 567"), violence("GBV Command Centre", "0800 428 428")],
};

/** Territories that the lines of another country serve too; their emergency numbers are their own. */
export const servedBy: Record<string, string> = {
  ...{ AX: "FI", SJ: "NO", CC: "AU", CX: "AU" },
  ...{ GF: "FR", GP: "FR", MQ: "FR", RE: "FR", YT: "FR" },
  ...{ AS: "US", GU: "US", MP: "US", PR: "US", VI: "US" },
};

import {
  crisis,
  crisisText,
  dangerText,
  ownBehaviour,
  ownBehaviourForMen,
  type ShippedLine,
  silentCall,
  unread,
  violence,
  violenceForMen,
  violenceForWomen,
  violenceText,
} from "@/lib/safety/crisis-line";

/**
 * National lines of Europe. Those without a page were compared in November 2026 with what other projects publish.
 * Where no line is certain none is given: see `gapsOf`.
 */
export const europeanLines: Record<string, readonly ShippedLine[]> = {
  AT: [
    crisis("Telefonseelsorge", "142"),
    violence("Opfer-Notruf", "0800 112 112", "https://www.opfer-notruf.at/leistung/"),
    violenceForWomen("Frauenhelpline gegen Gewalt", "0800 222 555"),
    ownBehaviourForMen(
      "Männerinfo",
      "0800 400 777",
      "https://www.ief.at/at-familie-krisenhotline-fuer-maenner/",
      "At any hour.",
    ),
    dangerText(
      "Police by text",
      "0800 133 133",
      "https://www.heute.at/s/corona-krise-virus-gewalt-frauennotruf-leichter-anstieg-bei-den-anrufen-55556890",
      "Write where you are and what happens.",
    ),
  ],
  BE: [
    crisis("Zelfmoordlijn (Dutch)", "1813"),
    crisis(
      "Centre de Prévention du Suicide (French)",
      "0800 32 123",
      "https://www.preventionsuicide.be/actualites/le-centre-de-prevention-du-suicide-publie-son-rapport-dactivites-2022",
    ),
    violence("1712 (Dutch)", "1712"),
    violence("Écoute violences conjugales (French)", "0800 30 030"),
  ],
  CH: [crisis("Die Dargebotene Hand / La Main Tendue", "143"), unread(violence("Opferhilfe", "142"))],
  DE: [
    crisis("TelefonSeelsorge", "0800 111 0 111"),
    violenceForWomen("Hilfetelefon Gewalt gegen Frauen", "116 016"),
    violenceForMen("Hilfetelefon Gewalt an Männern", "0800 123 9900"),
  ],
  DK: [crisis("Livslinien", "70 201 201"), violence("Lev Uden Vold", "1888")],
  ES: [crisis("Línea 024", "024"), violence("Línea 016", "016")],
  FI: [crisis("MIELI Crisis Helpline", "09 2525 0111"), violence("Nollalinja", "080 005 005")],
  FR: [
    crisis("Numéro national de prévention du suicide", "3114"),
    violence(
      "France Victimes",
      "116 006",
      "https://longvilliers-yvelines.fr/2022/03/18/les-services-daide-aux-victimes/",
      "Every day. From overseas and abroad: +33 1 80 52 33 76.",
    ),
    violenceForWomen("Violences Femmes Info", "3919"),
    ownBehaviour(
      "Ne frappez pas",
      "08 019 019 11",
      "https://www.weka.fr/actualite/droit-des-femmes/article/ne-frappez-pas-lancement-d-un-numero-national-pour-les-auteurs-de-violences-conjugales-99367/",
    ),
    dangerText(
      "Emergency by text",
      "114",
      "https://www.groupe3f.fr/actualites/violences-familiales-donner-lalerte",
      "Write where you are and what happens.",
    ),
  ],
  GB: [
    crisis("Samaritans", "116 123"),
    crisisText("Shout", "85258", "https://giveusashout.org/about-us/faq/", "Text SHOUT."),
    violence("National Domestic Abuse Helpline (England)", "0808 2000 247"),
    violence("Domestic Abuse and Forced Marriage Helpline (Scotland)", "0800 027 1234"),
    violence("Live Fear Free (Wales)", "0808 80 10 800"),
    violence("Domestic and Sexual Abuse Helpline (Northern Ireland)", "0808 802 1414"),
    violenceForMen("Men’s Advice Line", "0808 801 0327"),
    ownBehaviour(
      "Respect Phoneline",
      "0808 802 4040",
      "http://www.respect.uk.net/articles/respect-phoneline-support-over-the-festive-period",
    ),
    silentCall(
      "Without speaking",
      "999",
      "http://www.standingtogether.org.uk./get-support",
      "From a mobile: say nothing, and press 55 when you are asked.",
    ),
  ],
  IE: [
    crisis("Samaritans", "116 123"),
    violence("Crime Victims Helpline", "116 006", "https://www.irishexaminer.com/news/arid-40713593.html"),
    violenceForWomen("Women’s Aid", "1800 341 900"),
    violenceForMen(
      "Male Advice Line",
      "1800 816 588",
      "https://www.fiannafail.ie/victims-of-domestic-abuse-should-not-be-afraid-to-seek-help-during-these-difficult-times-ocallaghan/",
    ),
    violenceText(
      "Crime Victims Helpline",
      "085 133 7711",
      "https://www.irishexaminer.com/breakingnews/ireland/increase-in-number-of-people-seeking-support-from-crime-victims-helpline-868712.html",
    ),
  ],
  IT: [crisis("Telefono Amico", "02 2327 2327"), violence("Antiviolenza e stalking", "1522")],
  NL: [crisis("113 Zelfmoordpreventie", "0800 0113"), violence("Veilig Thuis", "0800 2000")],
  NO: [crisis("Mental Helse", "116 123"), violence("VO-linjen", "116 006")],
  PL: [crisis("Telefon zaufania dla dorosłych", "116 123"), violence("Niebieska Linia", "800 120 002")],
  PT: [
    crisis(
      "Linha Nacional de Prevenção do Suicídio",
      "1411",
      "https://www.deco.proteste.pt/saude/saude-mental/noticias/linha-prevencao-suicidio-funciona-24-horas-por-dia",
    ),
    violence("APAV", "116 006"),
  ],
  SE: [
    crisis("Mind Självmordslinjen", "90101"),
    violence(
      "Brottsofferjouren",
      "116 006",
      "https://www.brottsofferjouren.se/2020/09/15/brottsofferjourens-telefoncentral-far-helgoppet/",
    ),
    violenceForWomen("Kvinnofridslinjen", "020 50 50 50"),
    ownBehaviour(
      "Välj att sluta",
      "020 555 666",
      "https://www.nck.uu.se/kunskapsbanken/om-kunskapsbanken/kunskapsbankens-nyhetsarkiv/nyhetsvisningssida/?tarContentId=928948",
    ),
  ],
};

/** Names of lines that ship, by the language that they are in. A name that is not here is read as English. */
const namesIn: Readonly<Record<string, readonly string[]>> = {
  da: ["Livslinien", "Lev Uden Vold"],
  de: [
    ...[
      "Telefonseelsorge",
      "TelefonSeelsorge",
      "Opfer-Notruf",
      "Opferhilfe",
      "Frauenhelpline gegen Gewalt",
      "Männerinfo",
    ],
    ...["Hilfetelefon Gewalt gegen Frauen", "Hilfetelefon Gewalt an Männern"],
  ],
  es: ["Línea 024", "Línea 016"],
  fi: ["Nollalinja"],
  fr: [
    ...["Centre de Prévention du Suicide", "Écoute violences conjugales", "Numéro national de prévention du suicide"],
    ...["France Victimes", "Violences Femmes Info", "Ne frappez pas"],
  ],
  it: ["Telefono Amico", "Antiviolenza e stalking"],
  nl: ["Zelfmoordlijn", "113 Zelfmoordpreventie", "Veilig Thuis"],
  no: ["Mental Helse", "VO-linjen"],
  pl: ["Telefon zaufania dla dorosłych", "Niebieska Linia"],
  pt: ["Linha Nacional de Prevenção do Suicídio", "APAV", "CVV", "Ligue 180"],
  sv: ["Mind Självmordslinjen", "Brottsofferjouren", "Kvinnofridslinjen", "Välj att sluta"],
};

/** Names of two languages that stand side by side. */
const inTwo: Readonly<Record<string, readonly NamePart[]>> = {
  "Die Dargebotene Hand / La Main Tendue": [
    { words: "Die Dargebotene Hand", lang: "de" },
    { words: " / " },
    { words: "La Main Tendue", lang: "fr" },
  ],
};

export type NamePart = { readonly words: string; readonly lang?: string };

/**
 * A line's name in parts that a voice can read, each in its language: what is said about a name, as “(Dutch)” or “for
 * women”, is English again.
 */
export function namePartsOf(name: string): readonly NamePart[] {
  const [, own = name, about = ""] = /^(.*?)( \([^)]*\)|, for (?:wo)?men)?$/.exec(name) ?? [];
  const lang = Object.keys(namesIn).find((one) => namesIn[one]?.includes(own));
  const parts = inTwo[own] ?? [lang ? { words: own, lang } : { words: own }];
  return about ? [...parts, { words: about }] : parts;
}

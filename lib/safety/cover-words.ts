/**
 * Words for a client about own steps may be read over a shoulder. They give no reason, so that they are true for both:
 * whole words, and the forms that they take.
 */
const causes =
  /(?<![\p{L}])(?:(?:un)?safe(?:ly|ty)?|safeguard\p{L}*|check(?:s|ed|ing|list)?|answer(?:s|ed|ing)?|questions?|questionnaires?|screen(?:s|ed|ing)?|gates?|stop(?:s|ped|ping)?|afraid|fear(?:s|ed|ful)?|frighten(?:s|ed|ing)?|scar(?:ed|y)|violen(?:t|ce)|abus(?:e|ed|es|ive)|harm(?:s|ed|ful)?|hurt(?:s|ing)?|hit(?:s|ting)?|threat(?:s|en|ens|ened|ening)?|danger(?:s|ous)?|risk(?:s|y)?|concerns?|alarm(?:s|ed)?|police|advocates?|disclos\p{L}*|technical(?:ly)?)(?![\p{L}])/iu;

/** Each part of a name counts, of two letters at least, also behind a hyphen; “de” and “van” inside it do not. */
const partsOf = (name: string) => [...name.matchAll(/[\p{Lu}\p{Lo}][\p{L}\p{M}]+/gu)].map(([part]) => part);

function nameIn(words: string, names: readonly string[]): string | null {
  for (const part of names.flatMap(partsOf))
    if (new RegExp(String.raw`(?<![\p{L}])${part}(?:[’']?s)?(?![\p{L}])`, "iu").test(words)) return part;
  return null;
}

/**
 * Why words about own steps are asked back, as a sentence for the therapist; null when they may stand. `names` are those
 * of both of the couple.
 */
export function coverFault(words: string | null, names: readonly string[]): string | null {
  if (!words) return null;
  const name = nameIn(
    words.normalize("NFC"),
    names.map((one) => one.normalize("NFC")),
  );
  if (name)
    return `These words may be read by somebody else, so they name nobody. Take “${name}” out, or leave them empty.`;
  const cause = causes.exec(words)?.[0];
  if (cause)
    return `These words may be read by somebody else, so they give no reason. Take “${cause}” out, or leave them empty.`;
  return null;
}

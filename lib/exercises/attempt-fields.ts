/** Fields that every guided page has, and what each is called in an attempt. */
export const commonFields: Readonly<Record<string, string>> = {
  anxietyBefore: "anxietyBefore",
  anxietyAfter: "anxietyAfter",
  wasHard: "howHard",
  went: "howItWent",
  reflection: "reflection",
};

/** Fields of the form whose detail has another name: one of its own name would be taken for the common one. */
export const renamed: Readonly<Record<string, string>> = { comingBack: "howItWent" };

/** The field of the form behind the place of a fault in an attempt. */
export function fieldAt(place: string): string {
  const name = place.split(".").at(-1) ?? place;
  const isDetail = place.startsWith("attempt.detail.");
  const [own] = Object.entries(isDetail ? renamed : commonFields).find(([, called]) => called === name) ?? [];
  return own ?? name;
}

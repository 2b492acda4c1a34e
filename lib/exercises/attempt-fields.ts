/** Fields of the form whose detail has another name: one of its own name would be taken for the common one. */
export const renamed: Readonly<Record<string, string>> = { comingBack: "howItWent" };

/** The field of the form behind the place of a fault in an attempt. */
export function fieldAt(place: string): string {
  const name = place.split(".").at(-1) ?? place;
  const own = Object.entries(renamed).find(([, detail]) => place === `attempt.detail.${detail}`)?.[0];
  return own ?? name;
}

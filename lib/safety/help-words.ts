/** What a phone dials of a number as people write it. */
export const dialled = (number: string): string => number.replace(/[^\d+]/g, "");

/** How the country came to be shown, under its name. */
export function placeWords(from: "record" | "zone"): string {
  return from === "zone"
    ? "Taken from the time zone of your record. If you are in another country, call its own emergency number."
    : "If you are in another country now, call its own emergency number.";
}

export const practiceHeading = (country: string): string => `${country}, where your therapist works`;

/** The reading about relationships of highs and lows. A practice can change its words and never takes it away. */
export const SAFETY_READING = "highs-and-lows";

export const isSafetyReading = (key: string): boolean => key === SAFETY_READING;

/** Stands at the end of that reading, whatever a practice writes above it. Safety wording: fixed copy. */
export const whereToTurn = {
  heading: "Where to turn",
  paragraphs: [
    "Tell one person. Your therapist can talk to you alone; that comes before any talk with both of you in the room.",
    "“I don’t feel safe” is on Today and in every exercise. It shows numbers to call at once and lets your therapist know.",
    "“Leave quickly” takes you away from this page and signs you out. It does not clear your browser’s history. If someone may look at your phone, use a phone that they cannot see.",
  ],
} as const;

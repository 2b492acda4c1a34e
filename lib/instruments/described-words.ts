import type { Instrument } from "@/lib/assessments/instrument";

/** What the library says of an instrument, as its form has it. */
export const describedWords = ({ title, purpose, minutes, layout }: Instrument) => ({
  title,
  purpose,
  minutes: String(minutes),
  layout,
});

/** How long a link works that is used once: an invitation in days, a link for a new password in minutes (ours). */
export const invitationDays = 7;
export const resetMinutes = 60;

const numbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

function inWords(count: number, unit: string): string {
  return `${numbers[count] ?? count} ${unit}${count === 1 ? "" : "s"}`;
}

/** The same, as a person reads it: "seven days", "one hour". */
export const invitationLife = inWords(invitationDays, "day");
export const resetLife = resetMinutes % 60 === 0 ? inWords(resetMinutes / 60, "hour") : inWords(resetMinutes, "minute");

const dayMs = 86_400_000;
export const invitationEnds = (now: Date): Date => new Date(now.getTime() + invitationDays * dayMs);
export const resetEnds = (now: Date): Date => new Date(now.getTime() + resetMinutes * 60_000);

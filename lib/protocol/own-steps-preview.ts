import { weekFrom } from "@/lib/safety/practice-week";
import { addDays, type LocalDate } from "@/lib/time/local-date";

/** Whom joint steps are about, as a therapist reads it before deciding: first names, and the day on which their weeks begin. */
export type JointPeople = {
  name: string;
  /** The linked partner, for who leads the couple; null for somebody without one. */
  partner: string | null;
  weeksFrom: LocalDate;
};

type Say = (date: LocalDate) => string;

/** What own steps do, and to whom, one fact a sentence: said before they are chosen. */
export function ownStepsSentences(
  { from, until }: { from: LocalDate; until: LocalDate | null },
  { name, partner, weeksFrom }: JointPeople,
  today: LocalDate,
  say: Say,
): string[] {
  const begins = from <= today ? "From today, one minute after you decide," : `From ${say(from)}`;
  const opens = until && say(weekFrom({ startDate: weeksFrom }, until));
  const clear = partner ? "if both are clear" : "if the gate is clear";
  return [
    partner
      ? `It is for both. ${begins} ${name} and ${partner} do every exercise as own steps.`
      : `${begins} ${name} does every exercise as own steps.`,
    partner
      ? "Joint steps close for both: touch, what one tells the other, joint tasks, sharing, and the charts of closeness."
      : "What is done with somebody else closes, and so do the charts of closeness in the portal.",
    opens
      ? `They open again, ${clear}, with the practice week that begins on ${opens}, and never in the middle of one.`
      : `They stay closed until you undo it. Then they open, ${clear}, with the next practice week.`,
    "The plan, the days and the weeks stay as they are.",
  ];
}

/** What becomes of it when own steps are taken back. */
export function ownStepsUndone({ partner, weeksFrom }: JointPeople, today: LocalDate, say: Say): string[] {
  const next = say(weekFrom({ startDate: weeksFrom }, addDays(today, 1)));
  return [
    partner ? "It ends for both, as it was chosen for both." : "Own steps end.",
    `Joint steps open, ${partner ? "if both are clear" : "if the gate is clear"}, with the practice week that begins on ${next}. Until then nothing changes, so that nothing can be read from it.`,
  ];
}

/** A change to a joint exercise on one of two plans: what the other can notice. */
export const oneSidedSentence = ({ name, partner }: JointPeople): string | null =>
  partner &&
  `Only ${name}’s plan changes, and ${partner} may notice that. Own steps are for both and read the same whatever the reason.`;

/** What the two read about own steps: nothing. */
export const nothingToRead = ({ name, partner }: JointPeople): string =>
  partner
    ? `${name} and ${partner} read nothing about it: their pages look as in any own steps.`
    : `${name} reads nothing about it: the pages look as in any own steps.`;

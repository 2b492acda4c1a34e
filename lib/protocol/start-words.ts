import { formatFullDay } from "@/lib/format";
import type { LocalDate } from "@/lib/time/local-date";

/** When the weeks of a client start, said the same whatever they wait for. */
export const startWords = (startsOn: LocalDate | null, therapistName: string): string =>
  startsOn
    ? `Your weeks start on ${formatFullDay(startsOn)}.`
    : `First you answer a few questions. ${therapistName} looks at them with you. Then your weeks start.`;

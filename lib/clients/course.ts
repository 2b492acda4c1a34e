import type { LocalDate } from "@/lib/time/local-date";

export type CourseGround = {
  isLinked: boolean;
  /** When the course that counts now began, null where there is none, and the client's today. */
  currentStart: LocalDate | null;
  today: LocalDate;
};

/** Why no course can begin on a day, with what to do; null where it can. */
export function courseRefusal({ isLinked, currentStart, today }: CourseGround, startDate: LocalDate): string | null {
  // Said as for anybody: who reads one of two does not learn here that they are linked.
  if (isLinked) return "The weeks of this path are fixed by now. Hold or repeat a week on the path instead.";
  if (currentStart !== null && startDate <= currentStart)
    return "A course began on that day or later already. Choose a later day, or correct its start.";
  if (startDate < today) return "Choose today or a later day.";
  return null;
}

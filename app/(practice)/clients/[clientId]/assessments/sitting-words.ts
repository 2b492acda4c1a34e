import type { ClientSitting } from "@/db/queries/assessments/client-sittings";
import { type OccurrenceState, occurrenceState } from "@/lib/assessments/closing";
import { formatNearDay, inSentence } from "@/lib/format";

/** Where a sitting stands on the client's own day. One without a due date is open from its first day on. */
export function stateOf(sitting: ClientSitting, today: string): OccurrenceState {
  const { opensOn, dueOn, expiresOn, submittedAt } = sitting;
  if (dueOn !== null) return occurrenceState({ key: "", opensOn, dueOn, expiresOn }, today, submittedAt !== null);
  if (submittedAt) return "answered";
  return today < opensOn ? "not-yet" : "open";
}

/** The same in words, such as "Open, due tomorrow, 12 answered so far". */
export function stateInWords(sitting: ClientSitting, today: string): string {
  const day = (date: string | null) => (date === null ? "" : inSentence(formatNearDay(date, today)));
  // Whether somebody has begun with safety questions, and how far, is read on their page alone.
  if (sitting.isSafety && !sitting.submittedAt)
    return `Open${sitting.expiresOn ? ` until ${day(sitting.expiresOn)}` : ""}`;
  const begun = sitting.startedAt ? `, ${sitting.answered} answered so far` : "";
  switch (stateOf(sitting, today)) {
    case "not-yet":
      return `Opens ${day(sitting.opensOn)}`;
    case "open":
      return sitting.dueOn ? `Open, due ${day(sitting.dueOn)}${begun}` : `Open${begun}`;
    case "due-today":
      return `Due today${begun}`;
    case "overdue":
      return `Due ${day(sitting.dueOn)}${begun}`;
    case "expired":
      return `Closed ${day(sitting.expiresOn)}${begun}`;
    case "answered":
      return "Answered";
  }
}

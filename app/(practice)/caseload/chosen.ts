import { z } from "zod";
import type { SeveralPerson } from "@/db/queries/caseload/several";
import { PAGE_ROWS } from "@/lib/paging";

const ids = z.array(z.uuid());

/** Who was ticked on the caseload, as the address has it: no more than a page shows. */
export function chosenIn(params: Record<string, string | string[] | undefined>): string[] {
  const asked = ids.safeParse([params.with ?? []].flat().slice(0, PAGE_ROWS));
  return asked.success ? [...new Set(asked.data)] : [];
}

/** What tells people apart whose names do not: the record, with whom they are, and whose client. */
export const whoIs = (person: Pick<SeveralPerson, "recordNumber" | "partnerName" | "therapistName">): string =>
  [
    `Record ${person.recordNumber}`,
    ...(person.partnerName ? [`with ${person.partnerName}`] : []),
    ...(person.therapistName ? [`client of ${person.therapistName}`] : []),
  ].join(", ");

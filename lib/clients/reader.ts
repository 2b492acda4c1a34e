import { firstNameOf } from "@/lib/first-name";

/** Who can read what a client writes, as a page names them: the therapist by first name, or the practice once they have no access. */
export const readerOf = (therapistName: string, hasAccess: boolean): string =>
  hasAccess ? firstNameOf(therapistName) : "Your practice";

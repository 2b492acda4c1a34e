import { adminUrl } from "@/db/testing/database";
import { withClient } from "@/runtime/roles";

/** What a test lays out that the application itself may not do. */
export const byHand = (statement: string, values: unknown[]): Promise<unknown> =>
  withClient(adminUrl(), (admin) => admin.query(statement, values));

/** The day that was drawn for a check of a couple, on a day of the test's own. */
export const drawCheckOn = (coupleId: string, day: string): Promise<unknown> =>
  byHand("update couple set drawn_check_on = $2 where id = $1", [coupleId, day]);

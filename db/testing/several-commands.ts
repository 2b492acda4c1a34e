import { randomUUID } from "node:crypto";
import { remindSeveral } from "@/db/commands/assessments/remind-several";
import { writeToSeveral } from "@/db/commands/messages/write-to-several";
import type { Case } from "@/db/testing/life-commands";

/** What is done with several clients at once, here with one of them. */
export const severalCommands: Record<string, Case> = {
  remindSeveral: { run: (scope, { clientId }) => remindSeveral(scope, { "clients[]": [clientId] }) },
  writeToSeveral: {
    run: (scope, { clientId }) =>
      writeToSeveral(scope, { id: randomUUID(), "clients[]": [clientId], body: "We are closed on Friday." }),
  },
};

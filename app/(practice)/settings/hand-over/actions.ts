"use server";

import { transferClients } from "@/db/commands/clients/transfer-clients";
import { handOverForm } from "@/lib/clients/hand-over";
import { staffAction } from "@/server/form-action";

/** One, several or all clients go to a colleague. */
export const handOver = staffAction(
  handOverForm,
  async (scope, form) => {
    await transferClients(scope, form);
    return { next: "/settings/hand-over" };
  },
  { asksProof: true },
);

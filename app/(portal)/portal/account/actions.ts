"use server";

import type { Route } from "next";
import { z } from "zod";
import { withdrawConsent } from "@/db/commands/clients/agree-to-consent";
import { clientAction } from "@/lib/server/form-action";

export const withdraw = clientAction(
  z.strictObject({}),
  async (scope) => {
    await withdrawConsent(scope);
    return { next: "/portal/consent" as Route };
  },
  { beforeConsent: true },
);

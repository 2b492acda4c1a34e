"use server";

import { z } from "zod";
import { agreeToConsent } from "@/db/commands/clients/agree-to-consent";
import { clientAction } from "@/server/form-action";

const shape = z.strictObject({
  version: z.coerce.number().int(),
  limits: z.coerce.number().int(),
  agreed: z.literal(
    "yes",
    "Tick the box if you agree. If you would rather talk first, close this page and ask your therapist.",
  ),
});

export const agree = clientAction(
  shape,
  async (scope, { version, limits }) => {
    await agreeToConsent(scope, { version, limits });
    return { next: "/portal" };
  },
  { beforeConsent: true, afterwards: true },
);

"use server";

import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { notSafeForm } from "@/lib/domain/safety/forms";
import { clientAction } from "@/lib/server/form-action";

/** "I don't feel safe", from Today and from every exercise. The page with the numbers comes next. */
export const notSafe = clientAction(notSafeForm, async (scope, form) => {
  await sayNotSafe(scope, form);
  return { next: "/portal/safe" };
});

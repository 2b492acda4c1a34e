"use server";

import { z } from "zod";
import { markReading } from "@/db/commands/learn/mark-reading";
import { keySchema } from "@/lib/stable-key";
import { clientAction } from "@/server/form-action";

export const markRead = clientAction(z.strictObject({ key: keySchema }), async (scope, { key }) => {
  await markReading(scope, key);
  return { next: "/portal/learn" };
});

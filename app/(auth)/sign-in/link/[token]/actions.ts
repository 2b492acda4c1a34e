"use server";

import { z } from "zod";
import { signInWithLink } from "@/db/commands/identity/sign-in-with-link";
import { tokenShape } from "@/lib/domain/identity/shapes";
import { readCaller } from "@/lib/server/auth/caller";
import { whatFollows } from "@/lib/server/auth/enter-session";
import { now } from "@/lib/server/clock";
import { database } from "@/lib/server/database";
import { publicAction } from "@/lib/server/form-action";

export const enter = publicAction(z.strictObject({ token: tokenShape }), async (input) =>
  whatFollows(await signInWithLink(database(), input, await readCaller(), now())),
);

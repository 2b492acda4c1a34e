"use server";

import { z } from "zod";
import { signInWithLink } from "@/db/commands/identity/sign-in-with-link";
import { tokenShape } from "@/lib/identity/shapes";
import { readCaller } from "@/server/auth/caller";
import { whatFollows } from "@/server/auth/enter-session";
import { now } from "@/server/clock";
import { database } from "@/server/database";
import { publicAction } from "@/server/form-action";

export const enter = publicAction(z.strictObject({ token: tokenShape }), async (input) =>
  whatFollows(await signInWithLink(database(), input, await readCaller(), now())),
);

import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { APIRequestContext } from "@playwright/test";
import type { ServedAction } from "./actions";
import type { Role } from "./attack";

/** The mark that this visitor's own pages carry: without it every action refuses, and no wall behind that is tried. */
export async function markOf(visitor: APIRequestContext, role: Role): Promise<string> {
  if (role === "nobody") return "";
  const page = await visitor.get(["client", "partner"].includes(role) ? "/portal/account" : "/account");
  const mark = /name="\$whose" value="([\w-]{22})"/.exec(await page.text())?.[1];
  if (!mark) throw new Error(`No form on the account page of ${role} says whose it is.`);
  return mark;
}

export type Sent = { action: ServedAction; form: Record<string, string>; mark: string; origin: string };

/** Sends a form as the browser does for an action with a state before it. In a crowd at the doors it comes again when it is told to. */
export async function send(visitor: APIRequestContext, { action: { id, page }, form, mark, origin }: Sent) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form, $whose: mark })) data.append(`_1_${name}`, value);
  data.append("0", '[{"status":"idle"},"$K1"]');
  const path = page.replace("[...nextauth]", "csrf").replaceAll(/\[\w+\]/g, randomUUID());
  for (;;) {
    const answer = await visitor.post(path, {
      headers: { "next-action": id, origin, accept: "text/x-component" },
      multipart: data,
      // A connection that the server closed while it stood idle is opened anew.
      maxRetries: 2,
      maxRedirects: 0,
    });
    if (answer.status() !== 503) return answer;
    await setTimeout(Number(answer.headers()["retry-after"]) * 1000);
  }
}

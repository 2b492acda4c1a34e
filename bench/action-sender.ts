import { randomUUID } from "node:crypto";
import { type ServedAction, servedActions } from "@/e2e/security/actions";
import { sessionCookie } from "@/e2e/security/minted-session";

/** Somebody who is signed in, with the mark that their pages carry. */
export type Sender = { url: string; cookie: string; mark: string };

/** `at`: a page of theirs with a form on it. */
export async function senderOf(url: string, token: string, at: "/account" | "/portal/account"): Promise<Sender> {
  const cookie = `${sessionCookie}=${token}`;
  const page = await fetch(`${url}${at}`, { headers: { cookie } });
  const mark = /name="\$whose" value="([\w-]{22})"/.exec(await page.text())?.[1];
  if (!mark) throw new Error(`No form at ${at}.`);
  return { url, cookie, mark };
}

const served = new Map<string, ServedAction>();
export function actionNamed(name: string): ServedAction {
  if (served.size === 0) for (const action of servedActions()) served.set(action.name, action);
  const action = served.get(name);
  if (!action) throw new Error(`The build serves no ${name}.`);
  return action;
}

export type Answered = { status: number; text: string };

/** Sends a form as the browser does; undefined where no answer came. */
export async function sendForm(
  { url, cookie, mark }: Sender,
  { id, page }: ServedAction,
  form: Record<string, string>,
): Promise<Answered | undefined> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...form, $whose: mark })) body.append(`_1_${name}`, value);
  body.append("0", '[{"status":"idle"},"$K1"]');
  const path = page.replace("[...nextauth]", "csrf").replaceAll(/\[\w+\]/g, randomUUID());
  try {
    const answer = await fetch(`${url}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { "next-action": id, origin: url, accept: "text/x-component", cookie },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return undefined;
  }
}

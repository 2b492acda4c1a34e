import { randomUUID } from "node:crypto";
import { servedActions } from "@/e2e/security/actions";
import { sessionCookie } from "@/e2e/security/minted-session";
import type { Ask } from "./load";

/** `action` as e2e/security/actions.ts names it, `at`: the page that it stands on, `mark`: whose page that is. */
export type Sending = { action: string; at: string; fields: Record<string, string>; mark: string; token: string };

let served: Map<string, string> | undefined;

function idOf(action: string): string {
  served ??= new Map(servedActions().map(({ name, id }) => [name, id]));
  const id = served.get(action);
  if (!id) throw new Error(`The build serves no ${action}.`);
  return id;
}

/** A form as the page's own script sends it. */
export function sentForm(url: string, { action, at, fields, mark, token }: Sending): Ask {
  const edge = `bench${randomUUID()}`;
  const named = Object.entries({ ...fields, $whose: mark }).map(([name, value]) => [`_1_${name}`, value] as const);
  // The arguments stand last: they are read as soon as they come, with the fields that came before them.
  const body = [...named, ["0", '[{"status":"idle"},"$K1"]'] as const]
    .map(([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join("");
  return {
    url: `${url}${at}`,
    method: "POST",
    headers: {
      cookie: `${sessionCookie}=${token}`,
      origin: url,
      accept: "text/x-component",
      "next-action": idOf(action),
      "content-type": `multipart/form-data; boundary=${edge}`,
    },
    body: `${body}--${edge}--\r\n`,
  };
}

/** What each client's own pages carry: a form without it is refused. */
export async function marksOf(url: string, people: readonly { token: string }[]): Promise<string[]> {
  const marks: string[] = [];
  for (const { token } of people) {
    const page = await fetch(`${url}/portal/account`, { headers: { cookie: `${sessionCookie}=${token}` } });
    const mark = /name="\$whose" value="([\w-]{22})"/.exec(await page.text())?.[1];
    if (!mark) throw new Error("A client's page says no owner.");
    marks.push(mark);
  }
  return marks;
}

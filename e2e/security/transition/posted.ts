import { sessionCookie } from "../minted-session";
import { type Answer, ask, comparable } from "./answer";
import type { Deed, Handed } from "./deeds";
import type { Visitor } from "./fetched";

/** The id under which the build serves an action. */
export type ActionIds = ReadonlyMap<string, string>;

export type Sender = Visitor & {
  /** What the sender's own pages carry; every form says whose page it stands on. */
  mark: string;
  ids: ActionIds;
  /** Called before each form with its place in the row: it puts the clock on the minute of that form. */
  beforeEach: (place: number) => Promise<void>;
};

/** What was answered, by form, and which actions took one. */
export type SendResult = { answers: Map<string, string>; taken: Set<string> };

/** Sends forms one after another, as a page with its script does, and keeps each answer whole. */
export async function postAll(sender: Sender, deeds: readonly Deed[]): Promise<SendResult> {
  const answers = new Map<string, string>();
  const taken = new Set<string>();
  const handed: Handed = new Map();
  for (const [place, { action, at, form, hands }] of deeds.entries()) {
    await sender.beforeEach(place);
    const answer = await post(sender, { action, at, form: form(handed) });
    const key = `form ${place} ${action.replace(/^app\/\(\w+\)\//, "").replace("actions.ts", "")}`;
    if (answer.status >= 500) throw new Error(`${key} was answered with ${answer.status}.`);
    const id = hands && new RegExp(`"${hands}\\\\?":\\\\?"([\\w-]{36})`).exec(answer.body)?.[1];
    if (hands && id) handed.set(hands, id);
    if (isTaken(answer)) taken.add(action);
    answers.set(key, comparable(answer, sender.names));
  }
  return { answers, taken };
}

const isTaken = ({ headers, body }: Answer) =>
  headers["x-action-redirect"] !== undefined || body.includes('"status":"done"');

type Sent = { action: string; at: string; form: Record<string, string> };

async function post(sender: Sender, sent: Sent): Promise<Answer> {
  const { url, token, mark, ids } = sender;
  const { action, at, form } = sent;
  if (action.startsWith("/")) return postTo(sender, sent);
  const id = ids.get(action);
  if (!id) throw new Error(`The build serves no ${action}.`);
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...form, $whose: mark })) data.append(`_1_${name}`, value);
  data.append("0", '[{"status":"idle"},"$K1"]');
  const body = new Response(data);
  const headers = {
    cookie: `${sessionCookie}=${token}`,
    origin: url,
    accept: "text/x-component",
    "next-action": id,
    "content-type": body.headers.get("content-type") ?? "",
  };
  return ask(`${url}${at}`, headers, Buffer.from(await body.arrayBuffer()));
}

/** What a page sends to an address of its own while somebody writes. */
async function postTo({ url, token, mark }: Sender, { action, form }: Sent): Promise<Answer> {
  const headers = {
    cookie: `${sessionCookie}=${token}`,
    origin: url,
    "content-type": "application/x-www-form-urlencoded",
  };
  return ask(`${url}${action}`, headers, Buffer.from(new URLSearchParams({ ...form, $whose: mark }).toString()));
}

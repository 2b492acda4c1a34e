import { Agent, get, type IncomingHttpHeaders } from "node:http";
import { computeCacheBustingSearchParam } from "next/dist/shared/lib/router/utils/cache-busting-search-param.js";
import { sessionCookie } from "../minted-session";

/** How a browser asks for a page: whole, as what a link fetches, and what is fetched ahead of a tap. */
const ways: Record<string, Record<string, string>> = {
  document: {},
  payload: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1" },
  segment: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
};

/** What somebody's browser got: one entry for each way and address. `ok` counts those with a page in them. */
export type Fetched = { answers: Map<string, string>; ok: number };

export type Visitor = {
  url: string;
  token: string;
  /** Ids of this practice, each with the name that it has in every practice. */
  names: ReadonlyMap<string, string>;
};

/** What the router of Next puts behind an address for each of these: without it the answer is a redirect, and no page. */
const marked = async (address: string, headers: Record<string, string>): Promise<string> => {
  if (!headers.rsc) return address;
  const mark = await computeCacheBustingSearchParam(
    headers["next-router-prefetch"] ? "1" : undefined,
    headers["next-router-segment-prefetch"],
    undefined,
    undefined,
  );
  return `${address}${address.includes("?") ? "&" : "?"}_rsc=${mark}`;
};

const agent = new Agent({ keepAlive: true, maxSockets: 6 });

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

function ask(url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
      response.on("error", reject);
    }).on("error", reject);
  });
}

/** Fetches every address in every way, with all headers, as one person who is signed in. */
export async function fetchAll(
  { url, token, names }: Visitor,
  addresses: readonly { name: string; address: string }[],
): Promise<Fetched> {
  const cookie = `${sessionCookie}=${token}`;
  const jobs = addresses.flatMap(({ name, address }) =>
    Object.entries(ways)
      .filter(([way]) => way === "document" || !address.startsWith("/api/"))
      .map(([way, headers]) => ({ key: `${way} ${name}`, address, headers })),
  );
  let ok = 0;
  const fetched = await Promise.all(
    jobs.map(async ({ key, address, headers }) => {
      const {
        status,
        headers: got,
        body,
      } = await ask(`${url}${await marked(address, headers)}`, { ...headers, cookie });
      if (status >= 500) throw new Error(`${key} was answered with ${status}.`);
      if (status === 200) ok += 1;
      const policy = String(got["content-security-policy"] ?? "");
      return [key, named(`${status}\n${headersOf(got, policy)}\n${withoutChance(body, policy)}`, names)] as const;
    }),
  );
  return { answers: new Map(fetched), ok };
}

const nonceOf = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1] ?? "no nonce";

/** Every header but those about one connection and one moment. */
function headersOf(headers: IncomingHttpHeaders, policy: string): string {
  const left = ["date", "connection", "keep-alive", "transfer-encoding", "content-length", "etag"];
  return Object.entries(headers)
    .filter(([name]) => !left.includes(name))
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join("\n")
    .replaceAll(nonceOf(policy), "nonce");
}

const ANY_ID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** Ids of the two practices by what they are of; any other was made for this one answer, so that sending twice counts once. */
function named(text: string, names: ReadonlyMap<string, string>): string {
  const byId = text.replaceAll(ANY_ID, (id) => names.get(id) ?? "id");
  const marks = [...names].filter(([word]) => word.length < 36);
  return marks.reduce((kept, [mark, name]) => kept.replaceAll(mark, name), byId);
}

/** Takes out what is drawn anew for each request, whoever asks, and nothing else. */
function withoutChance(body: string, policy: string): string {
  return (
    body
      .replaceAll(nonceOf(policy), "nonce")
      // Where the stream was cut into scripts.
      .replaceAll('"])</script><script nonce="nonce">self.__next_f.push([1,"', "")
      // A hash over the place of a form, in which its own id is a part.
      .replaceAll(/(name="\$ACTION_KEY" value=")k[0-9a-f]{32}/g, "$1key")
      // Next's own name for one request, in the payload of an address that is no page.
      .replaceAll(/(\["\$","\$L[0-9a-f]+",")[\w-]{21}([vm]",)/g, "$1request$2")
      // The instant at which a page was drawn, by the minute: the clocks of two visits are a moment apart.
      .replaceAll(/(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d\.\d{3}Z/g, "$1Z")
      .replaceAll(/"secondsLeft":\d+/g, '"secondsLeft":0')
  );
}

/** The keys whose answers differ, each with the place where they part. */
export function differences(one: Fetched, other: Fetched): Map<string, string> {
  const keys = new Set([...one.answers.keys(), ...other.answers.keys()]);
  const found = new Map<string, string>();
  for (const key of keys) {
    const [a = "nothing", b = "nothing"] = [one.answers.get(key), other.answers.get(key)];
    if (a === b) continue;
    let from = 0;
    while (a[from] === b[from]) from += 1;
    const [start, end] = [Math.max(0, from - 120), from + 160];
    found.set(key, `${a.slice(start, end)}\n      ~ ${b.slice(start, end)}`);
  }
  return found;
}

import { computeCacheBustingSearchParam } from "next/dist/shared/lib/router/utils/cache-busting-search-param.js";
import { sessionCookie } from "../minted-session";
import { ask, comparable } from "./answer";

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

/** A page asked for whole carries what its links fetch, and its payload what is fetched ahead of a tap. */
const waysOf = {
  "every way": Object.keys(ways),
  "whole and payload": ["document", "payload"],
  "whole pages": ["document"],
};
export type Depth = keyof typeof waysOf;

/** Fetches every address, with all headers, as one person who is signed in. */
export async function fetchAll(
  { url, token, names }: Visitor,
  addresses: readonly { name: string; address: string }[],
  depth: Depth,
): Promise<Fetched> {
  const cookie = `${sessionCookie}=${token}`;
  const jobs = addresses.flatMap(({ name, address }) =>
    Object.entries(ways)
      .filter(([way]) => way === "document" || (waysOf[depth].includes(way) && !address.startsWith("/api/")))
      .map(([way, headers]) => ({ key: `${way} ${name}`, address, headers })),
  );
  let ok = 0;
  const fetched = await Promise.all(
    jobs.map(async ({ key, address, headers }) => {
      const answer = await ask(`${url}${await marked(address, headers)}`, { ...headers, cookie });
      if (answer.status >= 500) throw new Error(`${key} was answered with ${answer.status}.`);
      if (answer.status === 200) ok += 1;
      return [key, comparable(answer, names)] as const;
    }),
  );
  return { answers: new Map(fetched), ok };
}

/** The keys whose answers differ, each with the place where they part. */
export function differences(one: Pick<Fetched, "answers">, other: Pick<Fetched, "answers">): Map<string, string> {
  const keys = new Set([...one.answers.keys(), ...other.answers.keys()]);
  const found = new Map<string, string>();
  for (const key of keys) {
    const [a = "nothing", b = "nothing"] = [one.answers.get(key), other.answers.get(key)];
    if (a === b) continue;
    let from = 0;
    while (a[from] === b[from]) from += 1;
    const [start, end] = [Math.max(0, from - 120), from + 160];
    const place = (text: string) => text.slice(start, end).replaceAll("\n", " ");
    found.set(key, `${place(a)}\n      ~ ${place(b)}`);
  }
  return found;
}

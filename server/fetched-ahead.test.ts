import { expect, it } from "vitest";
import { isFetchedAhead } from "./fetched-ahead";

it.each([
  [{ "next-router-prefetch": "1" }, true],
  [{ "next-router-segment-prefetch": "/_tree" }, true],
  [{ purpose: "prefetch" }, true],
  [{ "sec-purpose": "prefetch;prerender" }, true],
  [{ "x-moz": "prefetch" }, true],
  [{ "x-purpose": "preview" }, true],
  [{ rsc: "1" }, false],
  [{ "sec-fetch-dest": "document" }, false],
])("%j was asked for by nobody: %s", (headers, isAhead) => {
  expect(isFetchedAhead(new Headers(headers as Record<string, string>))).toBe(isAhead);
});

import "server-only";

/** A page fetched ahead of a click, or looked at for its headers alone: nobody asked for it, and it is nobody's activity. */
export const isFetchedAhead = (given: Headers): boolean =>
  given.has("next-router-prefetch") ||
  given.has("next-router-segment-prefetch") ||
  ["purpose", "sec-purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|prerender|preview/.test(given.get(name) ?? ""),
  );

import { type Given, nothingGiven } from "@/lib/drafts/draft";
import { placeName } from "@/lib/drafts/place";

/** Where words to a client that were not sent are kept, and what was begun there: to them, or about one reflection. */
export type Begun = { place: string; given: Given };

export const begunIn =
  (begun: ReadonlyMap<string, Given>, clientId: string) =>
  (attemptId: string | null): Begun => {
    const place = placeName({ kind: "reply", clientId, attemptId });
    return { place, given: begun.get(place) ?? nothingGiven };
  };

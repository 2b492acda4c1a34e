import type { ShippedKind } from "@/lib/shipped/kinds";
import type { Offer } from "@/lib/shipped/offer";

/** Which version it is, for somebody who has another one or none. */
export function versionWords({ from, version }: Pick<Offer, "from" | "version">): string {
  if (from === null) return "New in Nearer.";
  return from === 0 ? `Version ${version}.` : `Version ${version}; your practice has version ${from}.`;
}

const ofTaking: Record<ShippedKind, readonly string[]> = {
  protocol: [
    "Clients who are enrolled from now on start with it.",
    "Who is on a path stays on the version that they started with. Their therapist can move them, with a reason.",
  ],
  instrument: [
    "What is set out for somebody from now on is in this version. What is set out, open or answered already keeps its own.",
    "Wording that your practice entered, the key that you confirmed and the answers that you called critical are carried over.",
  ],
  reading: ["Clients read it from the next page that they open. Who has read it has read it."],
  "panel-text": ["Staff read it beside a gate from now on. No client does."],
  limits: [
    "Whoever agrees from now on reads these words.",
    "Who agreed before agreed to the earlier ones: talk about the change.",
  ],
};

const ofOwn: Record<ShippedKind, string> = {
  protocol:
    "Your own version stays in the list under Protocol. New clients start on it again once you copy and publish it.",
  instrument: "Your present version stays, with all that was answered in it.",
  reading: "Your own words stay in the history of the reading, and clients no longer read them.",
  "panel-text": "Your own words stay in the record, and staff no longer read them.",
  limits: "Your own words stay as the earlier version, for those who agreed to them.",
};

/** What comes of taking it, one fact a sentence. */
export function takingFacts({ kind, hasOwn }: Pick<Offer, "kind" | "hasOwn">): string[] {
  return [...ofTaking[kind], ...(hasOwn ? [ofOwn[kind]] : [])];
}

/** What a practice did with something that was offered, after its name. */
export const wayWords = {
  "set-up": "Came with the practice",
  found: "Was there",
  take: "Taken",
  merge: "Put into a draft of your own",
  keep: "Looked at, and your own words kept",
} as const;

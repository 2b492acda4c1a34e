import { shippedLimits } from "@/lib/identity/consent-text";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";
import { builtInReadings } from "@/lib/learn/readings";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { proposalKeys, wordsInUse } from "@/lib/safety/proposals";
import { type Edition, editionOf } from "@/lib/shipped/editions";
import type { ContentOf, ShippedKind } from "@/lib/shipped/kinds";

/** One thing that ships, in the version that this code holds. */
export type Shipped<K extends ShippedKind = ShippedKind> = {
  [Kind in K]: { kind: Kind; key: string; title: string; content: ContentOf[Kind]; edition: Edition };
}[K];

const shipped = <K extends ShippedKind>(kind: K, key: string, title: string, content: ContentOf[K]) => ({
  ...{ kind, key, title, content },
  edition: editionOf(kind, key),
});

/** The key of what there is one of. */
export const LIMITS = "confidentiality";

/** Everything that a practice takes, in the order in which its owner reads it: what concerns safety comes first. */
export const shippedContent: readonly Shipped[] = [
  shipped("limits", LIMITS, "What clients read before they agree", { words: shippedLimits }),
  ...proposalKeys.map((key) => {
    const text = wordsInUse(key, null);
    return shipped("panel-text", key, text.title, text);
  }),
  shipped("protocol", builtInProtocol.key, builtInProtocol.title, builtInProtocol),
  ...BUILT_IN_INSTRUMENTS.map((one) => shipped("instrument", one.key, one.title, one)),
  ...builtInReadings.map((one) => shipped("reading", one.key, one.title, one)),
];

/** The thing of this kind and key, or undefined. */
export function shippedOf(kind: ShippedKind, key: string): Shipped | undefined {
  return shippedContent.find((one) => one.kind === kind && one.key === key);
}

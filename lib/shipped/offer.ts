import type { Instrument } from "@/lib/assessments/instrument";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { changesSince, type EditionChange } from "@/lib/shipped/editions";
import { withOwnWording } from "@/lib/shipped/instrument-taking";
import type { ContentOf, ShippedKind } from "@/lib/shipped/kinds";
import { type Difference, differences, linesOf } from "@/lib/shipped/lines";
import { mergedProtocol } from "@/lib/shipped/protocol-merge";
import type { Shipped } from "@/lib/shipped/shipped-content";

/** What a practice has of one thing: the version that it took, as it shipped, and what is in use there now. */
export type Holding<K extends ShippedKind> = {
  taken: { version: number; content: ContentOf[K] } | null;
  /** In use now; null where that is the shipped one, or where there is none. */
  own: ContentOf[K] | null;
  /** Why it cannot be taken as things stand, in a sentence. */
  blocked: string | null;
  /** Why the changes cannot be put into a draft of the practice's own now. */
  mergeWaits: string | null;
};

export type Offer = {
  kind: ShippedKind;
  key: string;
  title: string;
  version: number;
  /** The version that the practice took last; null for what is new. */
  from: number | null;
  changes: readonly EditionChange[];
  isSafety: boolean;
  /** What Nearer changed since; of a new thing, all that it says. */
  differences: Difference[];
  /** The practice has something of its own in use in its place. */
  hasOwn: boolean;
  /** What the practice made of it. */
  edits: Difference[];
  /** Of those, what taking would put something else in place of. */
  replaced: Difference[];
  /** Changed by both: in a draft of the practice's own, its words stay. */
  clashes: Difference[];
  /** A protocol of the practice's own can take the changes in, as a draft; a sentence where not yet; null where never. */
  merge: "possible" | string | null;
  blocked: string | null;
};

/** What comes of taking, next to what is in use. */
export function takenContent<K extends ShippedKind>(
  kind: K,
  shipped: ContentOf[K],
  own: ContentOf[K] | null,
  nextVersion: number,
): ContentOf[K] {
  if (kind !== "instrument" || own === null) return shipped;
  return withOwnWording(shipped as Instrument, own as Instrument, nextVersion) as ContentOf[K];
}

/** What is offered of one thing, or null where the practice has its present version. */
export function offerOf<K extends ShippedKind>(shipped: Shipped<K>, holding: Holding<K>): Offer | null {
  const { kind, key, title, edition } = shipped as Shipped;
  const content = shipped.content as ContentOf[K];
  const { taken, own, blocked, mergeWaits } = holding;
  if (taken && taken.version >= edition.version) return null;
  const lines = (some: ContentOf[K]) => linesOf(kind as K, some);
  const base = taken ? lines(taken.content) : [];
  const after = lines(content);
  const changes = changesSince(edition, taken?.version ?? null);
  const edits = taken && own ? differences(base, lines(own)) : [];
  const result = own ? lines(takenContent(kind as K, content, own, 1)) : after;
  const between = own ? differences(lines(own), result) : [];
  const edited = new Set(edits.map(({ id }) => id));
  const changed = differences(base, after);
  return {
    ...{ kind, key, title, version: edition.version, from: taken?.version ?? null, changes, blocked },
    isSafety: changes.some((change) => change.isSafety),
    differences: changed,
    hasOwn: own !== null,
    edits,
    replaced: between.filter(({ id }) => edited.has(id)),
    clashes: changed.filter(({ id }) => edited.has(id)),
    merge:
      kind === "protocol" && taken && own && mergeOf(taken.content, own, content) ? (mergeWaits ?? "possible") : null,
  };
}

const mergeOf = (base: unknown, own: unknown, shipped: unknown) =>
  mergedProtocol({
    base: base as ProtocolVersion,
    own: own as ProtocolVersion,
    shipped: shipped as ProtocolVersion,
  });

import { Flag } from "@/components/ui/flag";
import { Section } from "@/components/ui/section";
import { formatList } from "@/lib/format";
import { kindWords } from "@/lib/shipped/kinds";
import type { Difference } from "@/lib/shipped/lines";
import type { Offer } from "@/lib/shipped/offer";
import { versionWords } from "@/lib/shipped/offer-words";
import { DifferenceList } from "./difference-list";
import { TakeForms } from "./take-forms";

/** More lines than these fold away: the reasons are read first. */
const MOST_OPEN = 3;

/** One thing that is offered: why, what changes, what of the practice's own it touches, and the ways to answer. */
export function OfferView({ offer }: { offer: Offer }) {
  const { kind, key, title, isSafety, changes, differences, edits, replaced, clashes, from } = offer;
  const touched = new Set(replaced.map(({ id }) => id));
  const kept = edits.filter(({ id }) => !touched.has(id));
  return (
    <Section id={`${kind}-${key}`} title={title} sub={`${kindWords[kind]}. ${versionWords(offer)}`} className="offer">
      {isSafety ? (
        <p>
          <Flag tone="attention">Safety correction</Flag>
        </p>
      ) : null}
      {changes.map(({ version, why }) => (
        <p key={version}>{why}</p>
      ))}
      {from === null ? (
        <Folded title="What it says" count={differences.length}>
          <DifferenceList differences={differences} />
        </Folded>
      ) : (
        <Folded title="What changes" count={differences.length}>
          <DifferenceList differences={differences} />
        </Folded>
      )}
      {edits.length > 0 ? (
        <div className="own-words">
          <p className="strong">Your practice has words of its own here.</p>
          {kept.length > 0 && kind !== "protocol" ? <p>These stay: {places(kept)}.</p> : null}
          {kind === "protocol" ? <p>You changed: {places(edits)}.</p> : null}
          {clashes.length > 0 ? <p>You and Nearer both changed: {places(clashes)}.</p> : null}
          {replaced.length > 0 ? (
            <Folded title="What taking would put in place of yours" count={replaced.length}>
              <DifferenceList differences={replaced} names={{ before: "Yours", after: "As it ships" }} />
            </Folded>
          ) : null}
        </div>
      ) : null}
      <TakeForms offer={offer} />
    </Section>
  );
}

const places = (some: readonly Difference[]): string =>
  formatList([...new Set(some.map(({ place }) => place.charAt(0).toLowerCase() + place.slice(1)))]);

function Folded({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  return (
    <details className="more" open={count <= MOST_OPEN}>
      <summary>
        {title} ({count})
      </summary>
      {children}
    </details>
  );
}

import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import type { Offer } from "@/lib/shipped/offer";
import { takingFacts } from "@/lib/shipped/offer-words";
import type { TakingForm } from "@/lib/shipped/taking-form";
import { take } from "../actions";

/** The ways to answer an offer. Each says what comes of it before its button is there. */
export function TakeForms({ offer }: { offer: Offer }) {
  const { blocked, merge, edits, hasOwn } = offer;
  return (
    <div className="answers">
      {blocked ? <Notice tone="plain" title={blocked} /> : null}
      {merge === "possible" ? (
        <Way offer={offer} way="merge" fold="Put the changes into your own" submit="Yes, make the draft">
          <Facts
            facts={[
              "A draft of your own version is made, with Nearer’s changes wherever you had changed nothing.",
              "What you changed stays as you wrote it. You look through the draft and publish it, or give it up.",
            ]}
          />
        </Way>
      ) : null}
      {merge !== null && merge !== "possible" ? <p className="sm sec">{merge}</p> : null}
      {blocked ? null : (
        <Way offer={offer} way="take" fold={hasOwn ? "Take it as it ships" : "Take it"} submit="Yes, take it">
          <Facts facts={takingFacts(offer)} />
        </Way>
      )}
      {edits.length > 0 ? (
        <Way offer={offer} way="keep" fold="Keep your own" submit="Yes, keep ours">
          <Facts
            facts={[
              "Nothing changes. This version is not offered again; the next one is.",
              ...(offer.isSafety
                ? ["It corrects something about safety: look at what it mends in your own words too."]
                : []),
            ]}
          />
        </Way>
      ) : null}
    </div>
  );
}

type WayProps = { offer: Offer; way: TakingForm["way"]; fold: string; submit: string; children: React.ReactNode };

function Way({ offer: { kind, key, version }, way, fold, submit, children }: WayProps) {
  return (
    <ActionForm action={take} submit={submit} busy="Saving…" look={way === "keep" ? "outline" : "filled"} fold={fold}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="way" value={way} />
      {children}
    </ActionForm>
  );
}

function Facts({ facts }: { facts: readonly string[] }) {
  return (
    <ul className="facts-list">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

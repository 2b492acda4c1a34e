import { OneButton } from "@/components/portal/one-button";
import type { OwnTold } from "@/db/queries/safety/own-told";
import type { FormState } from "@/lib/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;
type Props = {
  told: OwnTold | null;
  /** Whose list it stands on and who has seen it, in true words. */
  words: { title: string; sentences: readonly string[] } | null;
  moment: (at: Date) => string;
  therapist: string;
  say: Action;
  away: Action;
};

const saidWords = {
  mistake: "You said that it was a mistake",
  "safe-now": "You said that you are safe for now",
} as const;

/** What has become of “I don’t feel safe”, and what can be added to it. Nothing here takes it back. */
export function WhatITold({ told, words, moment, therapist, say, away }: Props) {
  if (!told || !words) return <p>Nothing that waits for an answer.</p>;
  const said = new Set(told.words.map(({ word }) => word));
  return (
    <div className="grid gap-4">
      <p className="font-strong text-ink">{words.title}</p>
      <p>
        You told it {moment(told.openedAt)}. {words.sentences.join(" ")}
      </p>
      <p>No exercise is owed, and you don’t have to explain anything here.</p>
      {told.words.map(({ word, saidAt }) => (
        <p key={word} className="text-ink-2">
          {saidWords[word]}, {moment(saidAt)}. {therapist} still talks with you: somebody else might have pressed it.
        </p>
      ))}
      {said.has("mistake") ? null : (
        <OneButton action={say} fields={{ word: "mistake" }} label="That was a mistake" busy="One moment…" />
      )}
      {said.has("safe-now") ? null : (
        <OneButton action={say} fields={{ word: "safe-now" }} label="I am safe for now" busy="One moment…" />
      )}
      <p>You can put your exercises away. Your pages will then differ from before.</p>
      <OneButton action={away} fields={{ choice: "away" }} label="Put my exercises away" busy="One moment…" />
    </div>
  );
}

import { randomUUID } from "node:crypto";
import type { Route } from "next";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { within } from "@/lib/paths";
import { decline } from "../actions";

export type AskedSwapView = {
  id: string;
  exercise: string;
  title: string;
  at: string;
  words: string | null;
  /** Whether the weeks from here ask for it: only then can another take its place. */
  canSwap: boolean;
};

type Props = {
  base: Route;
  clientId: string;
  name: string;
  requests: readonly AskedSwapView[];
  mayChange: boolean;
};

/** Wishes for another exercise that wait. A swap answers one, and so does a no in words that the client reads. */
export function AskedSwaps({ base, clientId, name, requests, mayChange }: Props) {
  return requests.map(({ id, exercise, title, at, words, canSwap }) => (
    <Section key={id} id={`asked-${exercise}`} title={`${name} asks for another exercise`} sub={`Than ${title}, ${at}`}>
      {words ? (
        <q className="block font-normal text-base leading-quote font-serif" {...theirWords}>
          {words}
        </q>
      ) : (
        <p className="text-ink-2">Without further words.</p>
      )}
      {mayChange ? (
        <div className="grid gap-4 mt-3.5 print:hidden">
          {canSwap ? (
            <div className="flex gap-2.5 flex-wrap items-center">
              <LinkButton href={within(base, `?change=swap&exercise=${exercise}#change`)} small>
                Choose a swap
              </LinkButton>
            </div>
          ) : (
            <p className="text-ink-2 text-small">The weeks from here do not ask for it, so there is nothing to swap.</p>
          )}
          <details className="print:hidden">
            <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
              Keep it as it is
            </summary>
            <ActionForm
              action={decline}
              submit="Send the answer"
              busy="Sending…"
              look="outline"
              className="practice:[&>[data-look]]:justify-self-start grid gap-4"
            >
              <input type="hidden" name="id" value={randomUUID()} />
              <input type="hidden" name="clientId" value={clientId} />
              <input type="hidden" name="requestId" value={id} />
              <FormTextarea
                name="words"
                label={`Words for ${name}`}
                hint="Shown on Today for a week."
                rows={3}
                maxLength={limits.wordsToClient}
                required
              />
              <KeptWords place={notePlace(clientId, `decline.${id}`)} />
            </ActionForm>
          </details>
        </div>
      ) : null}
    </Section>
  ));
}

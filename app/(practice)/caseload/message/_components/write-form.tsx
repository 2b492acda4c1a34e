"use client";

import { KeptWords } from "@/components/drafts/kept-words";
import { Textarea } from "@/components/ui/textarea";
import { placeName } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { type Chosen, SeveralForm } from "../../_components/several-form";
import { write } from "../actions";

/** `id` is made with the page: sent twice, each gets the words once. */
export function WriteForm({ id, people }: { id: string; people: readonly Chosen[] }) {
  return (
    <SeveralForm action={write} submit="Send to each of them" busy="Sending…" people={people}>
      {(state) => (
        <div>
          <input type="hidden" name="id" value={id} />
          <Textarea
            id="body"
            label="Your words"
            hint="They are read without a name at the top, unless you write one."
            rows={6}
            maxLength={limits.message}
            error={state.fields?.body}
            defaultValue={String(state.values?.body ?? "")}
          />
          <KeptWords place={placeName({ kind: "several" })} state={state} />
        </div>
      )}
    </SeveralForm>
  );
}

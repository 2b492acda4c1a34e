"use client";

import type { Writer } from "@/components/drafts/writer";
import { Button } from "@/components/ui/button";
import { theirWords } from "@/components/ui/their-words";
import type { Given } from "@/lib/drafts/draft";

/** Words of the same person for the same place that stand beside those in the fields: nothing was written over. */
export function OtherWords({ others, writer }: { others: Given["others"]; writer: Writer }) {
  return others.map(({ hand, words, at }) => (
    <section key={hand} data-other-words className="grid gap-2 border border-edge rounded-control p-4">
      <p>You also wrote something here{at ? `, ${at}` : ""}. It is kept.</p>
      <details>
        <summary>Look at it</summary>
        <div className="reading grid gap-2" {...theirWords}>
          {Object.entries(words).map(([name, value]) =>
            name.startsWith("$") || value === "" ? null : (
              <p key={name} {...theirWords}>
                {value}
              </p>
            ),
          )}
        </div>
      </details>
      <div className="flex gap-2.5 flex-wrap items-center">
        <Button small onClick={() => void writer.take(hand)}>
          Go on with it
        </Button>
        <Button small look="quiet" onClick={() => void writer.drop(hand)}>
          Not needed
        </Button>
      </div>
    </section>
  ));
}

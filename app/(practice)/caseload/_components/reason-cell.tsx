"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Flag } from "@/components/ui/flag";
import { within } from "@/lib/paths";
import { leadsTo } from "@/lib/signals/leads-to";
import type { LineView, Said } from "./line-view";

/** The reason leads to the thing itself; what else there is opens in its place. */
export function ReasonCell({ line }: { line: LineView }) {
  const { id, name, others, isAnswered } = line;
  return (
    <>
      <Sentence of={id} said={line}>
        {isAnswered ? (
          <Link
            className="ml-3 text-small"
            href={within("/inbox", `#from-${id}`)}
            prefetch={false}
            aria-label={`Read and answer ${name}`}
          >
            Answer
          </Link>
        ) : null}
      </Sentence>
      {others ? (
        <details>
          <summary aria-label={`${others.length} more about ${name}`}>{`+${others.length}`}</summary>
          {others.map((one) => (
            <div key={one.reason}>
              <Sentence of={id} said={one} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  );
}

function Sentence({ of: clientId, said, children }: { of: string; said: Said; children?: ReactNode }) {
  const { tone, reason, detail, place, ref } = said;
  return (
    <>
      <Flag tone={tone}>
        {place ? (
          <Link href={leadsTo(clientId, place, ref ?? null)} prefetch={false}>
            {reason}
          </Link>
        ) : (
          reason
        )}
      </Flag>
      {children}
      {detail ? <small>{detail}</small> : null}
    </>
  );
}

import { randomUUID } from "node:crypto";
import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Empty } from "@/components/ui/empty";

/** The reader’s clock, by which days and moments of a history are said. */
export type Clock = { now: Date; zone: string; today: string };

/** A form behind a button, one thing under the other. */
export const folded = "grid max-w-140 gap-4 [&>[data-look]]:justify-self-start";

type Words = { title: string; text: string };
type Adding = Pick<ComponentProps<typeof ActionForm>, "action" | "fold" | "submit" | "busy"> & {
  clientId: string;
  fields: ReactNode;
};

type Props<T> = {
  all: readonly T[];
  stands: (one: T) => boolean;
  /** Where nothing stands. */
  empty: Words;
  /** What stands no more is behind this. */
  overTitle: string;
  /** Null for who may not change the client. */
  adding: Adding | null;
  gap: "gap-5" | "gap-6";
  row: (one: T) => ReactNode;
};

/** What was written down with a client: what stands, a form for something more, and what is over behind a fold. */
export function KeptThings<T>({ all, stands, empty, overTitle, adding, gap, row }: Props<T>) {
  const standing = all.filter(stands);
  const over = all.filter((one) => !stands(one));
  return (
    <>
      {standing.length === 0 ? (
        <Empty title={empty.title}>{empty.text}</Empty>
      ) : (
        <ul className={`grid ${gap}`}>{standing.map(row)}</ul>
      )}
      {adding ? <Add key={all.length} {...adding} /> : null}
      {over.length > 0 ? (
        <details className="mt-6">
          <summary>{overTitle}</summary>
          <ul className={`mt-4 grid ${gap}`}>{over.map(row)}</ul>
        </details>
      ) : null}
    </>
  );
}

function Add({ clientId, fields, ...form }: Adding) {
  return (
    <div className="mt-5 print:hidden">
      <ActionForm {...form} look="outline" className={folded}>
        <input type="hidden" name="id" value={randomUUID()} />
        <input type="hidden" name="clientId" value={clientId} />
        {fields}
      </ActionForm>
    </div>
  );
}

/** What can be done with one of them, beside one another until one is open. */
export function Doings({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-2 print:hidden [&>details[open]]:flex-[1_0_100%]">{children}</div>
  );
}

/** All that became of one, the newest first; nothing where nothing did. */
export function Became<S extends { ordinal: number }>({
  steps,
  said,
}: {
  steps: readonly S[];
  said: (step: S) => ReactNode;
}) {
  if (steps.length < 2) return null;
  return (
    <details>
      <summary>All that became of it</summary>
      <ol className="mt-2 grid gap-2 text-small">
        {steps.toReversed().map((step) => (
          <li key={step.ordinal}>{said(step)}</li>
        ))}
      </ol>
    </details>
  );
}

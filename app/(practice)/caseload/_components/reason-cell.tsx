"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Flag, type FlagTone } from "@/components/ui/flag";
import { within } from "@/lib/paths";
import type { LineView } from "./line-view";

/** The reason leads to the thing itself; what else there is opens in its place. */
export function ReasonCell({ line: { id, name, tone, reason, detail, href, others, isAnswered } }: { line: LineView }) {
  return (
    <>
      <Said tone={tone} reason={reason} detail={detail} href={href}>
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
      </Said>
      {others ? (
        <details className="relative z-1 text-small print:hidden">
          <summary
            className="w-max cursor-pointer py-0.75 text-ink-2"
            aria-label={`${others.length} more about ${name}`}
          >
            +{others.length}
          </summary>
          {others.map((one) => (
            <div key={one.reason} className="mt-1.5">
              <Said {...one} />
            </div>
          ))}
        </details>
      ) : null}
    </>
  );
}

type SaidProps = {
  tone: FlagTone;
  reason: string;
  detail?: string | undefined;
  href?: Route | undefined;
  children?: ReactNode;
};

function Said({ tone, reason, detail, href, children }: SaidProps) {
  return (
    <>
      <Flag tone={tone}>
        {href ? (
          <Link href={href} prefetch={false}>
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

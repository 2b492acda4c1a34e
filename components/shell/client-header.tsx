"use client";

import type { Route } from "next";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { PhaseBar } from "@/components/charts/phase-bar";
import { type PhaseProgress, phaseSentence } from "@/components/charts/phase-bar-geometry";
import { Icon } from "@/components/ui/icon";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { theirWords } from "@/components/ui/their-words";

type Props = {
  crumb: { href: Route; label: string };
  name: string;
  /** What stands in the place of the name on paper. */
  onPaper?: string;
  /** Such as "she/her"; left out when not given. */
  pronouns?: string | null | undefined;
  progress?: PhaseProgress | undefined;
  /** Such as "Building Trust". */
  phaseName?: string | null | undefined;
  /** More facts of the meta row, in order, each a short phrase. */
  facts?: readonly ReactNode[];
  actions?: ReactNode;
  tabs?: readonly Tab[];
};

export function ClientHeader({
  crumb,
  name,
  onPaper,
  pronouns,
  progress,
  phaseName,
  facts = [],
  actions,
  tabs,
}: Props) {
  return (
    <>
      <Link
        className="inline-flex gap-1.5 mb-1.5 py-0.75 items-center text-ink-2 text-small no-underline hover:text-ink hover:underline max-desk:-mt-2.5 max-desk:mb-0 max-desk:mx-0 max-desk:min-h-11 print:hidden"
        href={crumb.href}
        prefetch={false}
      >
        <Icon name="back" small />
        {crumb.label}
      </Link>
      <header className="flex gap-y-4 gap-x-8 flex-wrap items-start justify-between">
        <div className="first:flex-[1_1_420px] first:min-w-0">
          <h1>
            {onPaper ? <span className="hidden print:inline">{onPaper}</span> : null}
            <bdi className={onPaper ? "print:hidden" : undefined} {...theirWords}>
              {name}
            </bdi>
          </h1>
          <div className="flex gap-y-1.5 gap-x-5.5 mt-2.25 flex-wrap items-center text-ink-2">
            {pronouns ? <span>{pronouns}</span> : null}
            {progress ? (
              <span className="flex gap-2.5 flex-wrap items-center">
                <PhaseBar progress={progress} width={150} height={16} isSaidBeside />
                <span>
                  <span className="font-strong text-ink">{phaseSentence(progress)}</span>
                  {phaseName ? `, ${phaseName}` : null}
                </span>
              </span>
            ) : null}
            {facts.map((fact, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of phrases without ids
              <Fragment key={index}>{typeof fact === "string" ? <span>{fact}</span> : fact}</Fragment>
            ))}
          </div>
        </div>
        {actions ? (
          <div className="flex gap-2 flex-wrap first:flex-[1_1_420px] first:min-w-0 print:hidden">{actions}</div>
        ) : null}
      </header>
      {tabs ? <Tabs label={name} tabs={tabs} /> : null}
    </>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { PhaseBar } from "@/components/charts/phase-bar";
import { type PhaseProgress, phaseSentence } from "@/components/charts/phase-bar-geometry";
import { Icon } from "@/components/ui/icon";
import { type Tab, Tabs } from "@/components/ui/tabs";

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
      <Link className="crumb" href={crumb.href} prefetch={false}>
        <Icon name="back" small />
        {crumb.label}
      </Link>
      <header className="chead">
        <div>
          <h1>
            {onPaper ? <span className="on-paper">{onPaper}</span> : null}
            <span className={onPaper ? "on-screen" : undefined}>{name}</span>
          </h1>
          <div className="meta">
            {pronouns ? <span>{pronouns}</span> : null}
            {progress ? (
              <span className="row">
                <PhaseBar progress={progress} width={150} height={16} />
                <span>
                  <span className="strong">{phaseSentence(progress)}</span>
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
        {actions ? <div className="acts">{actions}</div> : null}
      </header>
      {tabs ? <Tabs label={name} tabs={tabs} /> : null}
    </>
  );
}

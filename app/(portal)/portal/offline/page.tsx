import type { Metadata } from "next";
import { HelpDanger } from "@/components/safety/help-danger";
import { HelpLines } from "@/components/safety/help-lines";
import { asPortal } from "@/components/shell/as-portal";
import { brand } from "@/components/shell/brand";
import { Logo } from "@/components/shell/logo";
import { task } from "@/components/shell/task";
import { getOwnHelp } from "@/db/queries/safety/safety-contacts";
import { ownSteps } from "@/lib/protocol/own-steps";
import { NOT_WATCHED } from "@/lib/safety/crisis-contacts";
import { aboutMinutes } from "@/lib/time/minutes";
import { loadForClient } from "@/server/load";
import { Leave } from "../../../_shell/leave";
import { NetworkNews } from "./_components/network-news";
import "../../../portal.css";

export const metadata: Metadata = { title: "Nearer" };

/**
 * What a device keeps for when there is no network: numbers of the person's country, and steps that read the same for
 * everybody. Nothing here says whose page it is, so it carries no mark of a person either.
 */
export default async function OfflinePage() {
  const { data: help } = await loadForClient(getOwnHelp, { beforeConsent: true });
  return (
    <div {...asPortal()}>
      <header className="flex min-h-16.25 items-center justify-between gap-3 px-[var(--gut)] py-1.5">
        <span className={`${brand} gap-x-2.25 text-section`}>
          <Logo width={34} />
          Nearer
        </span>
        <Leave />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto grid max-w-180 grid-cols-1 gap-9 px-[var(--gut)] pt-6 pb-16">
        <section className="grid gap-4">
          <h1>Nearer cannot be reached just now</h1>
          <NetworkNews />
          <p className="font-strong text-ink">{NOT_WATCHED}</p>
        </section>
        <div>
          <HelpDanger help={help} />
          <HelpLines help={help} />
        </div>
        <section className={task}>
          <h2>Meanwhile</h2>
          <p>Words that wait on this device are saved once you open their page with a network.</p>
          <p>
            Nothing here is owed. If you like, these need no network and nobody else, and nothing has to be written.
          </p>
          {Object.entries(ownSteps).map(([page, { title, instructions, minutes }]) => (
            <details key={page} className="border-b border-line py-1 open:pb-4">
              <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-primary">
                {title}
              </summary>
              <p className="reading">{instructions}</p>
              <p className="text-ink-2">{aboutMinutes(minutes, true)}</p>
            </details>
          ))}
        </section>
      </main>
    </div>
  );
}

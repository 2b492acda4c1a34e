import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { getClientWords } from "@/db/queries/clients/client-words";
import { firstNameOf } from "@/lib/first-name";
import { paths, within } from "@/lib/paths";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../_shell/client-page";
import { Written } from "./_components/written";
import { untilOf } from "./until";

export const metadata: Metadata = { title: "Written" };

type Props = { params: Promise<{ clientId: string }>; searchParams: Promise<{ until?: string }> };

/** Everything that a client wrote beside messages and assessments, newest first. */
export default async function WordsPage({ params, searchParams }: Props) {
  const until = untilOf((await searchParams).until);
  const { data, session, today, standing } = await loadClient(params, (scope, id) => getClientWords(scope, id, until));
  const { header, entries, earlierWords, earlier, now } = data;
  const { accountId, role, zone } = session.actor;
  const name = firstNameOf(header.name);
  const words = paths.client(header.id).words;
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="words">
      <Section
        id="written"
        title={`What ${name} wrote`}
        sub="Notes with connection checks, every exercise with its answers, and distance moves, newest first. Messages and assessments have their own pages."
      >
        {entries.length === 0 ? (
          <Empty title="Nothing here yet">
            {until ? "Nothing was written before that." : `What ${name} writes in the portal appears here at once.`}
          </Empty>
        ) : (
          <Written
            entries={entries}
            earlier={earlierWords}
            version={header.enrolment?.version ?? null}
            name={name}
            mayRate={role === "owner" || header.therapistId === accountId}
            now={now}
            zone={zone}
          />
        )}
        {until || earlier ? (
          <nav
            className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-small text-ink-2 print:hidden"
            aria-label="Pages of what was written"
          >
            {until ? (
              <LinkButton href={words} small>
                Newest
              </LinkButton>
            ) : null}
            {earlier ? (
              <LinkButton href={within(words, `?until=${encodeURIComponent(earlier.toISOString())}`)} small>
                Earlier
              </LinkButton>
            ) : null}
          </nav>
        ) : null}
      </Section>
    </ClientPage>
  );
}

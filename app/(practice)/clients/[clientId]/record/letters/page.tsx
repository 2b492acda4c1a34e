import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { Flag } from "@/components/ui/flag";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { getLetterLog, LOG_LENGTH, type LoggedLetter } from "@/db/queries/letters/letter-log";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment } from "@/lib/format";
import { letterSubject } from "@/lib/messages/letter-kinds";
import { paths } from "@/lib/paths";
import { loadClient } from "@/server/load-client";
import { mailIsSet } from "@/server/mail";
import { ClientPage } from "../../_shell/client-page";
import { isLostLetter, standingAt, statusWords } from "./log-words";

export const metadata: Metadata = { title: "Letters sent" };

/** What went to a client by e-mail and what became of it. A letter says that something waits, so there is nothing more to show. */
export default async function LetterLogPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, getLetterLog);
  const { header, letters, now } = data;
  const isSet = mailIsSet();
  const moment = (at: Date) => formatMoment(at, now, session.actor.zone);
  const columns: Column<LoggedLetter>[] = [
    {
      key: "kind",
      header: "About",
      width: "26%",
      at: "first",
      cell: ({ kind }) => <span className="font-strong text-ink">{letterSubject(kind)}</span>,
    },
    { key: "written", header: "Written", width: "20%", at: "beside", cell: ({ createdAt }) => moment(createdAt) },
    {
      key: "standing",
      header: "What became of it",
      width: "34%",
      at: "first",
      cell: (letter) => {
        const { what, more } = statusWords(letter, isSet);
        return (
          <>
            {isLostLetter(letter) ? <Flag tone="attention">{what}</Flag> : what}
            <small data-printed>
              {more}
              {letter.bounceCode ? ` Code ${letter.bounceCode}.` : ""}
            </small>
          </>
        );
      },
    },
    {
      key: "at",
      header: "When",
      width: "20%",
      at: "beside",
      cell: (letter) => {
        const at = standingAt(letter);
        return at ? moment(at) : <i>–</i>;
      },
    },
  ];
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="record">
      <div className="mt-6.5 max-w-219">
        <Crumb href={paths.client(header.id).record}>Record</Crumb>
        <Section
          id="letters-sent"
          title="Letters sent"
          sub={`A letter says that something waits, and never what. Links to sign in, and reminders that ${firstNameOf(header.name)} asked for, are theirs and do not stand here.`}
        >
          {letters.length === 0 ? (
            <p className="text-ink-2">No letter was written yet.</p>
          ) : (
            <Table caption="Letters, newest first" columns={columns} rows={letters} keyOf={({ id }) => id} />
          )}
          {letters.length === LOG_LENGTH ? (
            <p className="text-ink-2 text-small">The newest {LOG_LENGTH} stand here.</p>
          ) : null}
        </Section>
      </div>
    </ClientPage>
  );
}

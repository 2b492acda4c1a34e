import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { getErasureRecord } from "@/db/queries/clients/erasure-record";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../_shell/client-page";
import { Answering } from "./_components/answering";
import { Asked } from "./_components/asked";
import { Holds } from "./_components/holds";

export const metadata: Metadata = { title: "Erasing" };

/** Somebody asked to be erased: the talk alone, what holds the record back, what goes and what is kept, and the answer. */
export default async function ErasurePage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => {
    const record = await getErasureRecord(scope, id);
    return { header: record.header, record };
  });
  const { header, record, now } = data;
  const { life } = record;
  const said = {
    clientId: header.id,
    name: firstNameOf(header.name),
    moment: (at: Date) => inSentence(formatMoment(at, now, session.actor.zone)),
  };
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="record" isOffPaper>
      <div className="grid gap-2 mt-4 max-w-180">
        <Crumb href={paths.client(header.id).record}>Record</Crumb>
        <Asked {...said} record={record} today={today} zone={header.zone} isErased={life.is === "removed"} />
        {record.standing.is === "asked" ? (
          <Answering {...said} record={record} isDischarged={life.is === "discharged"} today={today} />
        ) : null}
        {life.is === "removed" ? null : <Holds {...said} record={record} />}
      </div>
    </ClientPage>
  );
}

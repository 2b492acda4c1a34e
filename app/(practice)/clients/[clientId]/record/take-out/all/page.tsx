import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { listHarmTests } from "@/db/queries/exports/whole-record";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { wholeFileRefusal } from "@/lib/exports/harm-test";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../../_shell/client-page";
import { HarmTest } from "./_components/harm-test";
import { WholeFile } from "./_components/whole-file";

export const metadata: Metadata = { title: "All of it" };

/** The whole record for the person it is about: a talk alone, whether it would harm anybody, and then the file. */
export default async function WholeRecordPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => {
    const { access, ...read } = await atOnce({
      header: getClientHeader(scope, id),
      access: getClientAccess(scope, id),
      tests: listHarmTests(scope, id),
    });
    if (!access.mayChange) throw new NotFound();
    return read;
  });
  const { header, tests, now } = data;
  const [newest] = tests;
  const said = {
    clientId: header.id,
    name: firstNameOf(header.name),
    moment: (at: Date) => inSentence(formatMoment(at, now, session.actor.zone)),
  };
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="record" isOffPaper>
      <div className="grid gap-2 mt-4 max-w-180">
        <Crumb href={paths.client(header.id).takeOut}>Take data out</Crumb>
        {newest ? <WholeFile {...said} test={newest} refusal={wholeFileRefusal(newest, newest.id, now)} /> : null}
        <HarmTest {...said} key={newest?.id ?? "none"} tests={tests} />
      </div>
    </ClientPage>
  );
}

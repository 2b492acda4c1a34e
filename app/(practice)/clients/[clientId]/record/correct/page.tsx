import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { listInstrumentTitles } from "@/db/queries/assessments/instrument-titles";
import { getClientRecord } from "@/db/queries/clients/client-record";
import { viewOpenAddressChange } from "@/db/queries/clients/corrections";
import { getPathUse } from "@/db/queries/clients/path-use";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { atOnce } from "@/lib/at-once";
import { startFixed, startPreview } from "@/lib/clients/start-change";
import { NotFound } from "@/lib/errors";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { readLocalDate } from "@/lib/time/local-date";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../_shell/client-page";
import { CorrectAddress } from "./_components/correct-address";
import { CorrectFacts } from "./_components/correct-facts";
import { CorrectStart } from "./_components/correct-start";

export const metadata: Metadata = { title: "Correct the record" };

type Props = { params: Promise<{ clientId: string }>; searchParams: Promise<{ start?: string | string[] }> };

export default async function CorrectPage({ params, searchParams }: Props) {
  const { start } = await searchParams;
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => {
    const { record, access, ...beside } = await atOnce({
      record: getClientRecord(scope, id),
      access: getClientAccess(scope, id),
      open: viewOpenAddressChange(scope, id),
      use: getPathUse(scope, id),
      titles: listInstrumentTitles(scope),
    });
    if (!access.mayChange) throw new NotFound();
    return { ...record, ...beside };
  });
  const { header, open, use, titles, now } = data;
  const { enrolment } = header;
  const asked = typeof start === "string" ? readLocalDate(start) : null;
  const to = asked && enrolment && asked !== enrolment.plannedStart ? asked : null;
  const looked =
    to && enrolment ? { to, fixed: startFixed(use, to), preview: startPreview(enrolment, to, today), titles } : null;
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="record">
      <div className="grid gap-2 mt-4 max-w-180">
        <Crumb href={paths.client(header.id).record}>Record</Crumb>
        <CorrectFacts
          clientId={header.id}
          facts={{ ...header, partnerName: header.namedPartner }}
          zones={Intl.supportedValuesOf("timeZone")}
        />
        <CorrectAddress
          clientId={header.id}
          firstName={firstNameOf(header.name)}
          email={header.email}
          hasAccepted={header.hasAccepted}
          open={open}
          moment={(at) => inSentence(formatMoment(at, now, session.actor.zone))}
        />
        {enrolment ? (
          <CorrectStart
            clientId={header.id}
            startDate={enrolment.plannedStart}
            waits={enrolment.waits}
            today={today}
            looked={looked}
            fixed={startFixed({ ...use, earlierStart: null }, enrolment.plannedStart)}
          />
        ) : null}
      </div>
    </ClientPage>
  );
}

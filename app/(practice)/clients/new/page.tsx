import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { listTherapists } from "@/db/queries/identity/therapists";
import { offeredVersions } from "@/db/queries/protocol/offered-versions";
import { atOnce } from "@/lib/at-once";
import { sizeWords } from "@/lib/protocol/version-changes";
import { everyCountry } from "@/lib/safety/country-name";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { EnrolForm } from "./_components/enrol-form";
import { enrol } from "./actions";

export const metadata: Metadata = { title: "Enrol client" };

export default async function EnrolPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const { versions, therapists } = await atOnce({
      therapists: listTherapists(scope),
      versions: offeredVersions(scope),
    });
    return {
      therapists,
      versions: versions.map(({ id, name, version }) => ({ value: id, label: `${name} (${sizeWords(version)})` })),
      today: localDate(scope.now, scope.actor.zone),
    };
  });
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/caseload">Caseload</Crumb>
      <PageHead
        title="Enrol client"
        sub="You get an invitation to hand over, and week 1 begins on the day you choose."
      />
      <EnrolForm
        action={enrol}
        id={randomUUID()}
        therapists={data.therapists}
        versions={data.versions}
        countries={everyCountry}
        zones={Intl.supportedValuesOf("timeZone")}
        own={{ therapistId: session.actor.accountId, zone: session.actor.zone, today: data.today }}
      />
    </PracticePage>
  );
}

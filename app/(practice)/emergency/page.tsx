import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { listEmergencies, whichAreAlone } from "@/db/queries/clients/emergencies";
import { can } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../_shell/practice-page";
import { HoursList } from "./_components/hours-list";
import { OpenForm } from "./_components/open-form";

export const metadata: Metadata = { title: "Access in an emergency" };

/** For owners and supervisors to open a record and look through what others opened; for therapists, of their own clients’. */
export default async function EmergencyPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const hours = await listEmergencies(scope);
    return { hours, isAlone: await whichAreAlone(scope, hours), now: scope.now };
  });
  const { actor } = session;
  const mayReview = can(actor, "clients.emergency");
  return (
    <PracticePage session={session}>
      <PageHead
        title="Access in an emergency"
        sub={mayReview ? session.practiceName : "Records of your clients that somebody else opened."}
      />
      {mayReview ? <OpenForm /> : null}
      <Section id="opened" title="What was opened">
        {data.hours.length === 0 ? (
          <Empty title="Nothing was opened">No record was opened in an emergency.</Empty>
        ) : (
          <HoursList hours={data.hours} reader={{ ...actor, mayReview, isAlone: data.isAlone }} now={data.now} />
        )}
      </Section>
    </PracticePage>
  );
}

import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { getConsentPage } from "@/db/queries/clients/consent-ledger";
import { formatMoment, inSentence } from "@/lib/format";
import { can } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { AgreementDraft } from "./_components/agreement-draft";
import { AgreementEditor } from "./_components/agreement-editor";
import { AgreementLedger } from "./_components/agreement-ledger";
import { AgreementVersions } from "./_components/agreement-versions";

export const metadata: Metadata = { title: "Agreement" };

/** What clients agree to before anything is asked of them: the practice’s own words in it, and who agreed to which of them. */
export default async function ConsentSettingsPage() {
  const { data, session } = await loadForStaff(async (scope) => ({ ...(await getConsentPage(scope)), now: scope.now }));
  const { current, draft, versions, people, now } = data;
  const moment = (at: Date) => inSentence(formatMoment(at, now, session.actor.zone));
  const mayEdit = can(session.actor, "practice.settings");
  return (
    <PracticePage session={session}>
      <PageHead title="Agreement" sub={session.practiceName} />
      <div className="grid gap-2 pt-6 max-w-190">
        {mayEdit ? (
          <>
            <AgreementEditor current={current} draft={draft} moment={moment} />
            {draft ? <AgreementDraft key={draft.id} draft={draft} agreed={people.filter(hasAgreed).length} /> : null}
          </>
        ) : null}
        <AgreementVersions current={current} versions={versions} moment={moment} />
        <AgreementLedger people={people} moment={moment} />
      </div>
    </PracticePage>
  );
}

const hasAgreed = ({ state }: { state: string }) => state === "agreed" || state === "agreed-earlier";

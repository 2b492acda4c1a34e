import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Crumb } from "@/components/shell/crumb";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { listCourtDemands } from "@/db/queries/exports/court-demands";
import { listAskedExports, listOwnExports } from "@/db/queries/exports/export-files";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { openDemands } from "@/lib/exports/court";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../_shell/client-page";
import { CourtDemands } from "./_components/court-demands";
import { ExportChoices } from "./_components/export-choices";
import { FilesToTake } from "./_components/files-to-take";
import { ForCourt } from "./_components/for-court";
import { makeFile } from "./actions";

export const metadata: Metadata = { title: "Take data out" };

/** Files of one record: for the person, for another system, for statistics. */
export default async function TakeOutPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => {
    const { access, ...read } = await atOnce({
      header: getClientHeader(scope, id),
      access: getClientAccess(scope, id),
      files: listOwnExports(scope, id),
      asked: listAskedExports(scope, id),
      demands: listCourtDemands(scope, id),
    });
    if (!access.mayChange) throw new NotFound();
    return read;
  });
  const { header, files, asked, demands } = data;
  const open = openDemands(demands);
  const zone = session.actor.zone;
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="record">
      <div className="grid gap-2 mt-4 max-w-180">
        <Crumb href={paths.client(header.id).record}>Record</Crumb>
        <Section
          id="take-out"
          title="Take data out"
          sub={`A file of what was measured with ${firstNameOf(header.name)}, with a row for everything that is missing and why.`}
        >
          <div className="grid gap-2 mb-5 text-ink-2 print:hidden">
            <p>
              Never in it: safety questions and what they came to, events, the way to reach somebody, the safety plan,
              notes, and anything of the partner. Prorated scores say so, and a score that does not exist gives its
              reason.
            </p>
            <p>
              {header.mergedFrom.length > 0
                ? `Another record of the same person was merged into this one: take its data out there, under record ${header.mergedFrom.map(({ recordNumber }) => recordNumber).join(", ")}. `
                : ""}
              Once taken, the file lies on your device, where nothing here protects it. Give it to nobody before you
              have asked yourself who else could read it.
            </p>
          </div>
          <ActionForm
            action={makeFile}
            submit="Make the file"
            busy="Making it…"
            className="[&>[data-look]]:justify-self-start grid gap-5"
          >
            <input type="hidden" name="clientId" value={header.id} />
            {open[0] ? <ForCourt demands={open} /> : null}
            <ExportChoices />
          </ActionForm>
        </Section>
        <Section
          id="all-of-it"
          title="All of it"
          sub={`The whole record, for ${firstNameOf(header.name)}: it is decided in a talk alone first whether it would harm anybody.`}
        >
          <LinkButton href={paths.client(header.id).takeOutAll} look="outline" small>
            Harm test, and the whole record
          </LinkButton>
        </Section>
        <CourtDemands
          clientId={header.id}
          demands={demands}
          today={today}
          moment={(at) => inSentence(formatMoment(at, data.now, zone))}
        />
        <Section id="files" title="Files to take">
          <FilesToTake clientId={header.id} files={files} asked={asked} now={data.now} zone={zone} />
        </Section>
      </div>
    </ClientPage>
  );
}

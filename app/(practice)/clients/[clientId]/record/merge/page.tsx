import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { findByNumber, listAlike, readMergeSides } from "@/db/queries/clients/merge-sides";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { atOnce } from "@/lib/at-once";
import { NotFound } from "@/lib/errors";
import { firstNameOf } from "@/lib/first-name";
import { formatLongDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../../_shell/client-page";
import { Alike } from "./_components/alike";
import { MergePreview } from "./_components/merge-preview";

export const metadata: Metadata = { title: "Same person twice" };

type Props = { params: Promise<{ clientId: string }>; searchParams: Promise<{ with?: string | string[] }> };

/** Two records of one person: found, looked at side by side, then merged. */
export default async function MergePage({ params, searchParams }: Props) {
  const { with: asked } = await searchParams;
  const number = typeof asked === "string" && /^\d{1,9}$/.test(asked.trim()) ? Number(asked) : null;
  const { data, session, today, standing } = await loadClient(params, async (scope, id) => {
    const { access, ...read } = await atOnce({
      header: getClientHeader(scope, id),
      access: getClientAccess(scope, id),
      alike: listAlike(scope, id),
      otherId: number === null ? Promise.resolve(null) : findByNumber(scope, number),
    });
    if (!access.mayChange) throw new NotFound();
    const { otherId } = read;
    return { ...read, sides: otherId && otherId !== id ? await readMergeSides(scope, id, otherId) : null };
  });
  const { header, alike, sides } = data;
  const said = typeof asked === "string" ? asked.trim() : "";
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current="record" isOffPaper>
      <div className="grid gap-2 mt-4 max-w-180">
        <Crumb href={paths.client(header.id).record}>Record</Crumb>
        <Alike
          clientId={header.id}
          firstName={firstNameOf(header.name)}
          alike={alike}
          asked={said}
          isNobody={said !== "" && !sides}
        />
        {sides ? (
          <MergePreview {...sides} day={(at) => formatLongDay(localDate(at, session.actor.zone), today)} />
        ) : null}
      </div>
    </ClientPage>
  );
}

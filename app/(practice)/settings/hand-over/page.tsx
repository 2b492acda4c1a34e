import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { getWhoHasWhom } from "@/db/queries/clients/who-has-whom";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { Hold } from "./_components/hold";
import { Preview } from "./_components/preview";

export const metadata: Metadata = { title: "Who has whom" };

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** Who has whom, and handing over: chosen in the address, looked at, then done. */
export default async function HandOverPage({ searchParams }: { searchParams: Asked }) {
  const asked = await searchParams;
  const { data, session } = await loadForStaff(getWhoHasWhom);
  const { staff, clients } = data;
  const ids = new Set([asked.client].flat());
  const chosen = clients.filter(({ clientId, therapistId }) => ids.has(clientId) || therapistId === asked.of);
  const to = staff.find(({ id, hasAccess }) => hasAccess && id === asked.to);
  const takers = staff.filter(({ hasAccess }) => hasAccess);
  return (
    <PracticePage session={session}>
      <Crumb href="/settings/colleagues">Colleagues</Crumb>
      <PageHead
        title="Who has whom"
        sub="Choose clients and who takes over, and look at what changes before it does."
      />
      <div className="grid gap-6 pt-6 max-w-220">
        {to && chosen.length > 0 ? <Preview chosen={chosen} everyone={clients} staff={staff} to={to} /> : null}
        <form method="get" action="/settings/hand-over" className="grid gap-6 [&>[data-look]]:justify-self-start">
          {staff.map((holder) => (
            <Hold
              key={holder.id}
              holder={holder}
              clients={clients.filter(({ therapistId }) => therapistId === holder.id)}
              chosen={new Set(chosen.map(({ clientId }) => clientId))}
            />
          ))}
          <div className="max-w-105">
            <Select
              id="to"
              name="to"
              label="Who takes over"
              options={[{ value: "", label: "Choose" }, ...takers.map(({ id, name }) => ({ value: id, label: name }))]}
              defaultValue={to?.id ?? ""}
            />
          </div>
          <Button type="submit" look="filled">
            Show what changes
          </Button>
        </form>
      </div>
    </PracticePage>
  );
}

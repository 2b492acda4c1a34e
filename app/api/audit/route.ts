import { exportAudit } from "@/db/queries/audit/entries";
import { isFreshlyProved } from "@/db/queries/identity/fresh-proof";
import { didWords, inEmergency, readAuditFilter } from "@/lib/audit/filter";
import { authorize } from "@/lib/policy";
import { csvOf } from "@/server/csv";
import { loadForStaff } from "@/server/load";
import { proveFirst } from "@/server/prove-first";

/**
 * Who read and did what, as a file for a table program: with the filter of the page that it was asked on. Whoever takes it
 * along showed in the last minutes who they are.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams, search } = new URL(request.url);
  const filter = readAuditFilter(Object.fromEntries(searchParams));
  const { data } = await loadForStaff(async (scope) => {
    authorize(scope.actor, "audit.read");
    return (await isFreshlyProved(scope)) ? exportAudit(scope, filter) : null;
  });
  if (!data) return proveFirst(`/api/audit${search}`);
  const rows = data.map(({ at, who, role, action, isEmergency, client }) => [
    ...[at.toISOString(), who ?? "Nearer", role, `${didWords(action)}${isEmergency ? inEmergency : ""}`, action],
    ...[client?.name ?? "", client ? String(client.recordNumber) : ""],
  ]);
  return new Response(csvOf(["When (UTC)", "Who", "Role", "Did", "Action", "Client", "Record"], rows, true), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="record-of-access.csv"',
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

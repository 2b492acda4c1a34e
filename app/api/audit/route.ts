import { exportAudit } from "@/db/queries/audit/entries";
import { didWords, readAuditFilter } from "@/lib/audit/filter";
import { csvOf } from "@/server/csv";
import { loadForStaff } from "@/server/load";

/** Who read and did what, as a file for a table program: with the filter of the page that it was asked on. */
export async function GET(request: Request): Promise<Response> {
  const filter = readAuditFilter(Object.fromEntries(new URL(request.url).searchParams));
  const { data } = await loadForStaff((scope) => exportAudit(scope, filter));
  const rows = data.map(({ at, who, role, action, client }) => [
    ...[at.toISOString(), who ?? "Nearer", role, didWords(action), action],
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

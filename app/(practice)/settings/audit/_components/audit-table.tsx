import Link from "next/link";
import { type Column, Table } from "@/components/ui/table";
import type { AuditRow } from "@/db/queries/audit/entries";
import { didWords, inEmergency } from "@/lib/audit/filter";
import { paths } from "@/lib/paths";

type Props = { rows: readonly AuditRow[]; moment: (at: Date) => string };

export function AuditTable({ rows, moment }: Props) {
  const columns: Column<AuditRow>[] = [
    { key: "when", header: "When", width: "18%", at: "first", cell: ({ at }) => moment(at) },
    {
      key: "what",
      header: "Who, and what",
      width: "57%",
      at: "beside",
      cell: ({ who, action, isEmergency }) => (
        <span className="wrap-anywhere">
          <span className="font-strong text-ink">{who ?? "Nearer"}</span> {didWords(action)}
          {isEmergency ? inEmergency : null}
        </span>
      ),
    },
    {
      key: "client",
      header: "Client",
      width: "25%",
      at: "beside",
      cell: ({ client }) =>
        client ? (
          <Link href={paths.client(client.id).record} prefetch={false}>
            {client.name}
            <small>record {client.recordNumber}</small>
          </Link>
        ) : null,
    },
  ];
  return <Table caption="Who read and did what" columns={columns} rows={rows} keyOf={({ id }) => id} />;
}

import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { type Column, Table } from "@/components/ui/table";
import type { Discharged } from "@/db/queries/clients/standing";
import { formatLongDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";

type Props = { clients: readonly Discharged[]; q: string; now: Date; zone: string };

/** Whose time here is over: each opens at their record, where they can be taken back. */
export function Archive({ clients, q, now, zone }: Props) {
  const asked = q.toLocaleLowerCase();
  const found = clients.filter(({ name }) => name.toLocaleLowerCase().includes(asked));
  if (found.length === 0)
    return <Empty title={q ? `Nobody called “${q}” in the archive` : "The archive is empty"}>{aboutArchive}</Empty>;
  const today = localDate(now, zone);
  const columns: Column<Discharged>[] = [
    {
      key: "name",
      header: "Client",
      width: "40%",
      at: "first",
      cell: ({ clientId, name, recordNumber }) => (
        <>
          <Link href={paths.client(clientId).record} prefetch={false} data-covers>
            {name}
          </Link>
          <small>record {recordNumber}</small>
        </>
      ),
    },
    { key: "therapist", header: "Therapist", width: "30%", at: "wide", cell: ({ therapist }) => therapist },
    {
      key: "since",
      header: "Discharged",
      width: "30%",
      at: "beside",
      cell: ({ since }) => formatLongDay(localDate(since, zone), today),
    },
  ];
  return <Table caption="Discharged clients" columns={columns} rows={found} keyOf={({ clientId }) => clientId} />;
}

const aboutArchive = "Whoever is discharged under Record comes here, and can be taken back from there.";

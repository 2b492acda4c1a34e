import type { Route } from "next";
import { redirect } from "next/navigation";
import { getClientHeader } from "@/db/queries/client-overview";
import { loadClient } from "@/lib/server/load-client";

export default async function ClientPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data } = await loadClient(params, async (scope, id) => ({ header: await getClientHeader(scope, id) }));
  redirect(`/clients/${data.header.id}/overview` as Route);
}

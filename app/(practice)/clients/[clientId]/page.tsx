import { redirect } from "next/navigation";
import { getClientHeader } from "@/db/queries/clients/client-overview";
import { paths } from "@/lib/paths";
import { loadClient } from "@/server/load-client";

export default async function ClientPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data } = await loadClient(params, async (scope, id) => ({ header: await getClientHeader(scope, id) }));
  redirect(paths.client(data.header.id).overview);
}

import type { Route } from "next";
import { redirect } from "next/navigation";

export default async function ClientPage({ params }: { params: Promise<{ clientId: string }> }) {
  redirect(`/clients/${encodeURIComponent((await params).clientId)}/overview` as Route);
}

import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { getLetterPlace, type LetterPlace } from "@/db/queries/letters/letter-place";
import { NotFound } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { loadForStaff } from "@/server/load";

export const metadata: Metadata = { title: "Letter" };

/** Where the link of a letter leads: the address names the letter alone, and only its reader comes further. */
export default async function LetterPage({ params }: { params: Promise<{ letterId: string }> }) {
  const { letterId } = await params;
  const { data } = await loadForStaff(async (scope) => {
    if (!z.uuid().safeParse(letterId).success) throw new NotFound();
    return getLetterPlace(scope, letterId);
  });
  redirect(routeOf(data));
}

function routeOf({ kind, clientId }: LetterPlace): Route {
  if (clientId && kind === "erasure-asked") return paths.client(clientId).erasure;
  if (clientId && kind === "record-read") return paths.client(clientId).takeOut;
  if (clientId) return kind === "consent-withdrawn" ? paths.client(clientId).record : paths.client(clientId).safety;
  if (kind === "client-message" || kind === "client-reflection") return "/inbox";
  if (kind === "move-asked") return "/sessions";
  if (kind === "emergency-access") return "/emergency";
  if (kind === "research-ended") return "/settings/figures/research";
  return kind === "stand-in" || kind === "credentials" || kind === "factor-reset" ? "/account" : "/caseload";
}

import { getOwnErasure } from "@/db/queries/clients/erasure";
import { getOwnPages } from "@/db/queries/exports/own-pages";
import { isProvedAgain } from "@/db/queries/identity/fresh-proof";
import { paths } from "@/lib/paths";
import { fileDisposition } from "@/lib/reports/file-name";
import { fhirBase } from "@/server/fhir-download";
import { loadForClient } from "@/server/load";
import { zippedOwnPages } from "@/server/own-files";

/**
 * What the own pages show, as a file, in the minutes after the password was typed for it. Its name and address are those of any
 * document: both stand in the list of downloads.
 */
export async function GET(): Promise<Response> {
  const { data } = await loadForClient(
    async (scope) => {
      const mayTake = (await isProvedAgain(scope)) && (await getOwnErasure(scope)).is === "none";
      return mayTake ? { pages: await getOwnPages(scope), at: scope.now } : null;
    },
    { beforeConsent: true },
  );
  if (!data) {
    const location = paths.portal.ownData;
    return new Response(null, { status: 303, headers: { "cache-control": "no-store", location } });
  }
  const file = await zippedOwnPages(data.pages, fhirBase(), data.at);
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": fileDisposition("attachment", `Document ${data.pages.today}`, "zip"),
      "cache-control": "private, no-store",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
}

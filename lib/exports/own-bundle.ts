import { consentResource, keptCheck, type RecordBundle } from "@/lib/exports/bundle";
import type { OwnPages } from "@/lib/exports/own-pages";

/**
 * What another system can read of the own pages, as FHIR R4: who it is, what was agreed to, and the checks. No day without a
 * check is called missing: nobody counts them on a client’s pages either.
 */
export function ownBundle({ clientId, name, checks, consents }: OwnPages, base: string, madeAt: string): RecordBundle {
  const subject = { reference: `Patient/${clientId}` };
  const resources = [
    { resourceType: "Patient", id: clientId, name: [{ text: name }] },
    ...consents.map((one) => consentResource(one, subject)),
    ...checks.map((one) => keptCheck(one, base, subject)),
  ];
  return {
    resourceType: "Bundle",
    type: "collection",
    timestamp: madeAt,
    entry: resources.map((resource) => ({ resource })),
  };
}

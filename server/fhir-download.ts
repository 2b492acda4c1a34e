import "server-only";
import { env } from "./env";

/** The address under which this practice's own codes stand in what it exports. */
export const fhirBase = (): string => `${env().appUrl}/fhir`;

/** A FHIR resource as a file: never kept by a browser or a proxy in between. */
export const fhirDownload = (resource: object, name: string): Response =>
  new Response(`${JSON.stringify(resource, null, 2)}\n`, {
    headers: {
      "content-type": "application/fhir+json; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replace(/[^A-Za-z0-9._-]+/g, "-")}.json"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });

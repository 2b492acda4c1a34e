import "server-only";
import { fileDisposition } from "@/lib/reports/file-name";

/** A PDF as a file: kept by no browser and no proxy in between, and drawn into no page of another site. */
export const pdfResponse = (document: Uint8Array<ArrayBuffer>, how: "inline" | "attachment", name: string): Response =>
  new Response(document, {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": fileDisposition(how, name, "pdf"),
      "content-length": String(document.byteLength),
      "cache-control": "private, no-store",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
